"""Raw values from a real PostgreSQL server: exact, as of one moment, and nothing that was not allowed."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import psycopg
import pytest

from factcheck.batch import Checking, Memory
from factcheck.check import Article, Options
from factcheck.check.article import ClaimsError
from factcheck.claimfile import ClaimFileError, loads
from factcheck.data import Asking, Query, Search, Sort, Table, fetch
from factcheck.data.engine import Engine
from factcheck.data.search import budget
from factcheck.data.search.budget import MOST_OF_SERVER, Budget
from factcheck.data.search.searching import LONGEST_QUERY
from factcheck.data.servers.postgres import Server
from factcheck.finding import Candidate, Figure, Verdict
from factcheck.interval import Interval
from factcheck.report import FORMATS, render
from factcheck.stored import restored, stored
from factcheck.why import prose, why
from tests.postgres import OWNER, Cluster, cluster
from tests.test_cli import run
from tests.test_data import QUESTIONS, SILENT
from tests.test_data_ranges import RANGES, TEXTS, Column

PASSWORD = "the-password-of-the-house"
DATABASE = f"stats_{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}"  # each process of the tests has one of its own
ROLES = f"""
SELECT pg_advisory_xact_lock(1);
DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'reader') THEN
        CREATE ROLE reader LOGIN PASSWORD '{PASSWORD}';
        CREATE ROLE coded LOGIN PASSWORD '{PASSWORD}';
    END IF;
END $$;
"""  # noqa: S608 - the password of this file
MADE = """
CREATE TABLE cases (platform text, fine int, age smallint, "on" date);
INSERT INTO cases VALUES ('Facebook', 1628, 13, '2018-04-03'), ('Facebook', 0, 14, '2018-04-04'),
    ('Instagram', 12, 13, '2018-04-03'), ('', 7, 9, NULL);
CREATE DOMAIN dose AS double precision;
CREATE TABLE numbers (n numeric, big bigint, price numeric(12, 2), rate double precision, real real, dose dose,
    words varchar(20), money money, padded char(9), flag boolean, at timestamptz, bytes bytea, list int[]);
INSERT INTO numbers VALUES
    (0.1, 9223372036854775807, 1628.50, 0.1, 0.5, 1, '1,628', '1.50', 'North', true, '2018-04-03 12:00+02', 'x', '{1,2}'),
    (123456789012345678901234567890.2, 1, 0.10, 0.2, 3, 2, '<5', '2', 'South', false, NULL, NULL, NULL);
CREATE TABLE bad (nan numeric, inf double precision, gap int, large numeric);
INSERT INTO bad VALUES ('NaN', 'Infinity', NULL, ('1' || repeat('0', 1500))::numeric);
CREATE SCHEMA more;
CREATE TABLE more.cases (a int);
INSERT INTO more.cases VALUES (1), (2), (3);
CREATE TABLE more."odd.name" ("two words" text, "Naïve" text, "q""q" text);
INSERT INTO more."odd.name" VALUES ('O''Brien \\', '100%', NULL);
CREATE COLLATION blind (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
CREATE TABLE folded (name text COLLATE blind);
INSERT INTO folded VALUES ('Facebook'), ('facebook');
CREATE VIEW young AS SELECT * FROM cases WHERE age < 14;
CREATE MATERIALIZED VIEW kept AS SELECT * FROM cases;
CREATE VIEW endless AS SELECT 1 AS n, pg_sleep(60)::text AS slow;
CREATE TABLE secrets (words text);
CREATE TABLE partly (a int, hidden int);
INSERT INTO partly VALUES (1, 2);
CREATE SEQUENCE counter;
CREATE FUNCTION harm() RETURNS int LANGUAGE plpgsql AS
    $$ BEGIN INSERT INTO cases VALUES ('x', 1, 1, NULL); RETURN 1; END $$;
GRANT USAGE ON SCHEMA more TO reader;
GRANT SELECT ON ALL TABLES IN SCHEMA public, more TO reader;
GRANT INSERT ON cases TO reader;
GRANT USAGE ON SEQUENCE counter TO reader;
REVOKE ALL ON secrets, partly FROM reader;
GRANT SELECT (a) ON partly TO reader;
"""
COUNT = "claims: [{kind: count, quantity: x, printed: '5'}]\n"
CASES = "{postgres: service=stats, table: cases}"
SERVERS = ("service=stats",)


@pytest.fixture(scope="session")
def started(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """One server, whatever the number of processes that run tests."""
    own = tmp_path_factory.getbasetemp()
    with cluster(own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) as found:
        with found.connect() as connection:
            connection.execute(ROLES)
            connection.execute(f"CREATE DATABASE {DATABASE}")
        with found.connect(DATABASE) as connection:
            connection.execute(MADE)
        yield found


@pytest.fixture
def server(started: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Cluster:
    """The server, with a service file and a password file of the user's own."""
    for name in list(os.environ):
        if name.startswith("PG"):
            monkeypatch.delenv(name)
    services = {
        "stats": f"host={started.folder}\nport={started.port}\nuser=reader\ndbname={DATABASE}\npassword={PASSWORD}",
        "tcp": f"host=127.0.0.1\nport={started.port}\nuser=reader\ndbname={DATABASE}\npassword={PASSWORD}",
        "bare": f"host={started.folder}\nport={started.port}\nuser=reader\ndbname={DATABASE}",
        "wrong": f"host={started.folder}\nport={started.port}\nuser=reader\ndbname={DATABASE}\npassword=x{PASSWORD}",
        "owner": f"host={started.folder}\nport={started.port}\nuser={OWNER}\ndbname={DATABASE}",
        "empty": f"host={started.folder}\nport={started.port}\nuser={OWNER}\ndbname=template1",
        "coded": f"host=127.0.0.1\nport={started.port}\nuser=coded\ndbname={DATABASE}\npassword={PASSWORD}",
        "closed": "host=127.0.0.1\nport=1\nuser=reader",
        "elsewhere": f"host={started.folder}\nport={started.port}\nuser=reader\ndbname=nowhere\npassword={PASSWORD}",
    }
    text = "\n".join(f"[{name}]\n{lines}\n" for name, lines in services.items())
    (tmp_path / "services").write_text(text, "utf-8")
    monkeypatch.setenv("PGSERVICEFILE", str(tmp_path / "services"))
    monkeypatch.setenv("PGPASSFILE", str(tmp_path / "nothing"))
    return started


def article(
    raw: str, data: str = CASES, rest: str = "", servers: tuple[str, ...] = SERVERS, **declared: str
) -> Article:
    fields = "".join(f", {name}: {value}" for name, value in declared.items())
    text = f"data: {{t: {data}}}\n{rest}quantities: {{x: {{raw: {{{raw}}}{fields}}}}}\n{COUNT}"
    return loads(text, "a.yaml", folder=Path(), servers=servers)


def figure(raw: str, data: str = CASES, rest: str = "", **declared: str) -> Figure:
    found = article(raw, data, rest, SERVERS, **declared).declarations["x"].raw
    assert isinstance(found, Figure)
    return found


def refused(raw: str, data: str = CASES, servers: tuple[str, ...] = SERVERS, **declared: str) -> str:
    with pytest.raises(ClaimFileError) as caught:
        article(raw, data, "", servers, **declared)
    assert len(caught.value.problems) == 1, str(caught.value)
    assert PASSWORD not in str(caught.value)
    return str(caught.value)


@pytest.mark.parametrize("place", ["table: cases", "table: public.cases", "table: kept"])
@pytest.mark.usefixtures("server")
def test_a_server_answers_every_question_as_files_do(place: str) -> None:
    names = {f"q{number}": raw for number, raw in enumerate(QUESTIONS)}
    lines = "".join(f"  {name}: {{raw: {{{raw}}}}}\n" for name, raw in names.items())
    text = f"data: {{t: {{postgres: service=stats, {place}}}}}\nquantities:\n{lines}claims: []\n"
    found = loads(text, "a.yaml", folder=Path(), servers=SERVERS)
    told = {raw: str(found.declarations[name].raw) for name, raw in names.items()}
    table = f"{place.removeprefix('table: ')} (service=stats)"
    assert told == {raw: words.format(table) for raw, words in QUESTIONS.items()}


EXACT = {
    "sum: n": "123,456,789,012,345,678,901,234,567,890.3",
    "sum: big": "9,223,372,036,854,775,808",
    "sum: price": "1,628.6",
    "sum: words": "1,628 to 1,632",
    "max: money": "2",
    "min: n": "0.1",
    "where: {price: '1628.50'}": "1",
    "where: {padded: North}": "1",
    "where: {flag: true}": "1",
    "where: {at: '2018-04-03 10:00:00+00'}": "1",
    "where: {at: ''}": "1",
    "where: {rate: 0.1}": "1",
    "where: {bytes: '\\x78'}": "1",
    "where: {list: '{1,2}'}": "1",
}


@pytest.mark.parametrize("raw", EXACT)
@pytest.mark.usefixtures("server")
def test_values_arrive_with_every_digit(raw: str) -> None:
    found = figure(f"table: t, {raw}", "{postgres: service=stats, table: numbers}", amount="true")
    assert (found.words, found.inexact) == (EXACT[raw], "")


@pytest.mark.parametrize(("column", "total"), [("rate", "0.3"), ("real", "3.5"), ("dose", "3")])
@pytest.mark.usefixtures("server")
def test_binary_fractions_are_refused_for_counts_and_read_as_printed_for_amounts(column: str, total: str) -> None:
    numbers = "{postgres: service=stats, table: numbers}"
    found = figure(f"table: t, sum: {column}", numbers, amount="true")
    assert (found.words, found.inexact) == (total, column)
    assert f"{column} holds binary fractions, and 'x' is a count" in refused(f"table: t, sum: {column}", numbers)


BAD = {
    "sum: nan": "bad (service=stats), column 'nan': 'NaN' is no number",
    "max: inf": "bad (service=stats), column 'inf': 'Infinity' is no number",
    "sum: gap": "bad (service=stats), column 'gap': the cell is empty",
    "sum: gapp": "bad (service=stats) has no column 'gapp'; did you mean 'gap'?",
    "where: {gap: 5}": "no row of bad (service=stats) has '5' in 'gap'; the column is empty",
}


@pytest.mark.parametrize("raw", BAD)
@pytest.mark.usefixtures("server")
def test_what_is_no_number_is_told_with_its_column(raw: str) -> None:
    assert BAD[raw] in refused(f"table: t, {raw}", "{postgres: service=stats, table: bad}", amount="true")


def test_the_server_adds_up_what_is_stored_as_numbers(server: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.data.servers.postgres.MOST_ROWS", 20_000)
    with server.connect(DATABASE) as connection:
        connection.execute('CREATE TABLE many (n bigint, "N" numeric)')
        connection.execute("INSERT INTO many SELECT x, x + 0.5 FROM generate_series(1, 20002) AS x")
        connection.execute("GRANT SELECT ON many TO reader")
        many = "{postgres: service=stats, table: many}"
        assert figure("table: t, sum: n", many).sql == 'SELECT sum("n") FROM "many"'
        assert figure("table: t, sum: N", many, amount="true").words == "200,060,004"
        assert figure("table: t, max: n, where: {N: '7.5'}", many).words == "7"
        told = refused("table: t, distinct: n, where: {n: x}", many)
        assert "no row of many (service=stats) has 'x' in 'n'; there is 1, 10, 100, " in told
        with pytest.raises(ClaimFileError, match="there are more than 20,000 different values; let the server work it"):
            article("table: t, sum: n", many, "cells: {'7': any}\n")
        connection.execute("DROP TABLE many")


@pytest.mark.usefixtures("server")
def test_an_empty_cell_may_stand_for_something() -> None:
    data = "{postgres: service=stats, table: bad}"
    assert figure("table: t, sum: gap", data, "cells: {'': 1-4}\n").words == "1 to 4"


@pytest.mark.usefixtures("server")
def test_names_are_found_as_they_are_and_texts_compared_character_by_character() -> None:
    assert figure("table: t", "{postgres: service=stats, table: more.cases}").words == "3"
    odd = "{postgres: service=stats, table: more.odd.name}"
    assert figure("table: t, where: {two words: \"O'Brien \\\\\", Naïve: 100%, 'q\"q': ''}", odd).words == "1"
    folded = "{postgres: service=stats, table: folded}"
    assert figure("table: t, where: {name: facebook}", folded).words == "1"
    assert figure("table: t, distinct: name", folded).words == "2"


MISSING = {
    "{postgres: service=stats, table: case}": "service=stats has no table 'case'; did you mean 'cases'?",
    "{postgres: service=stats, table: Cases}": "service=stats has no table 'Cases'; did you mean 'cases'?",
    "{postgres: service=stats, table: 'cases; DROP TABLE cases'}": "has no table 'cases; DROP TABLE cases'",
    "{postgres: service=stats, table: pg_authid}": "has no table 'pg_authid'",
    "{postgres: service=stats, table: secrets}": "'reader' may not read secrets (service=stats); let it: GRANT SELECT",
    "{postgres: service=stats}": "name one: `table: …`; it has bad, cases, ",
    "{postgres: service=empty}": "service=empty has 0 tables; name one: `table: …`; it has none",
}


@pytest.mark.parametrize("data", MISSING)
@pytest.mark.usefixtures("server")
def test_a_table_that_is_not_there_or_not_to_be_read_is_told(data: str) -> None:
    assert MISSING[data] in refused("table: t", data, ("stats", "service=empty"))


@pytest.mark.parametrize("coding", ["LATIN1", "SQL_ASCII"])
def test_texts_are_read_whatever_they_are_coded_in_or_refused(
    server: Cluster, monkeypatch: pytest.MonkeyPatch, coding: str
) -> None:
    name = f"{DATABASE}_{coding.lower()}"
    with server.connect() as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE template0 ENCODING '{coding}'")
    with server.connect(name) as connection:
        made = "CREATE TABLE towns (town text); INSERT INTO towns VALUES (convert_from('\\xc3', '{}'))"
        connection.execute(made.format(coding))
        connection.execute("GRANT SELECT ON towns TO reader")
    monkeypatch.setenv("PGCLIENTENCODING", "LATIN1")
    data = f"{{postgres: 'service=stats dbname={name}', table: towns}}"
    if coding == "LATIN1":
        found = article("table: t, where: {town: Ã}", data, "", (f"service=stats dbname={name}",)).declarations["x"].raw
        assert isinstance(found, Figure)
        assert found.words == "1"
    else:
        told = refused("table: t, where: {town: Ã}", data, (f"service=stats dbname={name}",))
        assert "has bytes that are no text in UTF-8; leave the column out" in told


@pytest.mark.usefixtures("server")
def test_a_column_that_may_not_be_read_does_not_hinder_the_others() -> None:
    partly = "{postgres: service=stats, table: partly}"
    assert figure("table: t, sum: a", partly).words == "1"
    assert "permission denied for table partly; let 'reader' read it" in refused("table: t, sum: hidden", partly)


FAILED = {
    "service=wrong": "password authentication failed",
    "service=bare": "no password supplied",
    "service=nobody": "definition of service",
    "service=closed": "Connection refused",
    "service=elsewhere": 'database "nowhere" does not exist',
    "service=coded": "no encryption",
    "service=tcp sslmode=require": "server does not support SSL",
    "host=/nowhere port=1 user=reader": "No such file or directory",
}


@pytest.mark.parametrize("connection", FAILED)
@pytest.mark.usefixtures("server")
def test_a_server_that_cannot_be_reached_is_told_without_the_password(connection: str) -> None:
    told = refused("table: t", f"{{postgres: '{connection}', table: cases}}", (connection,))
    assert told.startswith("a.yaml:1:22: the connection ")
    assert f"the connection {connection} failed: " in told
    assert FAILED[connection] in told
    assert "; see that psql connects with it" in told


@pytest.mark.usefixtures("server")
def test_a_password_comes_from_the_environment_or_its_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    data = "{postgres: service=bare, table: cases}"
    monkeypatch.setenv("PGPASSWORD", PASSWORD)
    assert article("table: t", data, servers=("bare",)).facts
    monkeypatch.delenv("PGPASSWORD")
    (tmp_path / "pass").write_text(f"*:*:*:reader:{PASSWORD}\n", "utf-8")
    (tmp_path / "pass").chmod(0o600)
    monkeypatch.setenv("PGPASSFILE", str(tmp_path / "pass"))
    assert article("table: t", data, servers=("bare",)).facts


STATED = {
    f"service=stats password={PASSWORD}": "a password stands in no claims file",
    f"service=stats PassWord = ''{PASSWORD} and more''": "a password stands in no claims file",
    f"postgresql://reader:{PASSWORD}@localhost/stats": "a password stands in no claims file",
    f"service=stats passfile=/tmp/{PASSWORD}": "a password stands in no claims file",
    "postgresql://localhost/stats": "this is no connection to PostgreSQL",
    "service=stats options=-csearch_path=x": "'options' is taken from no claims file",
    "service=stats service=other": "'service' stands twice",
    "stats": "this is no connection to PostgreSQL",
    " ": "a connection to PostgreSQL is missing",
}


@pytest.mark.parametrize("connection", STATED)
def test_a_connection_in_a_claims_file_says_where_and_nothing_else(connection: str) -> None:
    assert STATED[connection] in refused("table: t", f"{{postgres: '{connection}', table: cases}}", (connection,))
    with pytest.raises(ClaimsError) as caught:
        Article(data={"t": {"postgres": connection.replace("''", "'")}})
    assert PASSWORD not in str(caught.value)


def test_what_says_how_a_file_is_read_says_nothing_of_a_server() -> None:
    assert "there is nothing to `pin`" in refused("table: t", "{postgres: service=stats, pin: '" + "0" * 64 + "'}")
    assert "`sheet` and `header` say how a file is read" in refused(
        "table: t", "{postgres: service=t, sheet: x, header: 2}"
    )
    assert "write one of them" in refused("table: t", "{postgres: service=stats, file: a.csv}")
    assert "write one of them" in refused("table: t", "{table: cases}")
    assert "no cells with names" in refused("cell: t!B7", "{postgres: service=stats, table: cases}")


@pytest.mark.usefixtures("server")
def test_a_claims_file_connects_to_nothing_that_was_not_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    def connect(*_: Any, **__: Any) -> None:
        pytest.fail("it connects")

    monkeypatch.setattr(psycopg, "connect", connect)
    told = 'nobody has allowed to connect to service=stats; if you trust this file with it: --allow-postgres "service=stats"'
    assert told in refused("table: t", servers=())
    assert told in refused("sql: select 1", servers=("other", "service=stats user=me", "dbname=stats"))
    more = "{postgres: service=stats host=thief.example, table: cases}"
    assert "nobody has allowed" in refused("table: t", more, ("service=stats", "host=thief.example"))


WRITES = "only what reads can be asked"
QUERIES = {  # a query that is refused, and words of what is told
    "INSERT": ("INSERT INTO cases VALUES ('x', 1, 1, NULL)", "syntax error"),
    "INSERT in a WITH": ("WITH u AS (INSERT INTO cases VALUES ('x') RETURNING 1) SELECT 1 FROM u", "cannot be run"),
    "a function that writes": ("SELECT harm()", WRITES),
    "a sequence": ("SELECT nextval('counter')", WRITES),
    "a lock of rows": ("SELECT 1 FROM cases FOR UPDATE", ""),
    "a table from rows": ("SELECT 1 INTO made FROM cases", "cannot be run"),
    "two statements": ("SELECT 1; SELECT 2", "multiple commands"),
    "a second one that harms": ("SELECT 1; DROP TABLE cases", "multiple commands"),
    "the end of the transaction": ("SELECT 1; COMMIT; DROP TABLE cases", "multiple commands"),
    "another transaction": ("COMMIT", "syntax error"),
    "read and write": ("SELECT set_config('transaction_read_only', 'off', false)", "cannot set transaction"),
    "COPY TO PROGRAM": ("COPY (SELECT 1) TO PROGRAM 'touch /tmp/factcheck-was-here'", "syntax error"),
    "COPY TO": ("COPY cases TO '/tmp/factcheck-was-here'", "syntax error"),
    "DO": ("DO $$ BEGIN PERFORM 1; END $$", "syntax error"),
    "SET": ("SET statement_timeout = 0", "syntax error"),
    "EXPLAIN": ("EXPLAIN ANALYZE SELECT harm()", "syntax error"),
    "a file of the server": ("SELECT pg_read_file('/etc/passwd')", "permission denied"),
    "another table": ("SELECT count(*) FROM secrets", "permission denied for table secrets"),
    "passwords": ("SELECT rolpassword FROM pg_authid LIMIT 1", "permission denied"),
    "without end": ("SELECT pg_sleep(60)", "came to no end within 1 second"),
    "recursion": (
        "WITH RECURSIVE u(n) AS (SELECT 1 UNION ALL SELECT 1 FROM u) SELECT count(*) FROM u",
        "came to no end",
    ),
    "no table": ("SELECT count(*) FROM nowhere", 'relation "nowhere" does not exist'),
    "no SQL": ("count the cases", "syntax error"),
    "nothing": ("SELECT NULL", "the query gives NULL"),
    "no row": ("SELECT 1 WHERE false", "the query gives no row"),
    "rows": ("SELECT fine FROM cases", "the query gives more than one row"),
    "many rows": ("SELECT generate_series(1, 1000000000)", "the query gives more than one row"),
    "columns": ("SELECT 1, 2", "one row of 2 columns"),
    "no column": ("SELECT", "one row of 0 columns"),
    "words": ("SELECT 'many'", "'many' is no exact number"),
    "not a number": ("SELECT 'NaN'::numeric", "'NaN' is no number"),
    "infinity": ("SELECT 'Infinity'::float8", "'inf' is no number"),
    "a truth": ("SELECT true", "'true' is no number"),
    "a division": ("SELECT 1 / 0", "division by zero"),
    "a parameter": ("SELECT $1", "cannot be run"),
}
TRUE = {  # what stays possible beside them
    "count": ("SELECT count(*) FROM cases", "4"),
    "decimal": ("SELECT sum(price) FROM numbers", "1,628.6"),
    "large": ("SELECT 123456789012345678901234567890", "123,456,789,012,345,678,901,234,567,890"),
    "text": ("SELECT words FROM numbers WHERE words <> '<5'", "1,628"),
    "hidden": ("SELECT '<5'", "0 to 4"),
    "per cent": ("SELECT count(*) FROM cases WHERE platform LIKE '%book'", "2"),
    "a comment": ("SELECT 7 -- of them", "7"),
    "a semicolon": ("SELECT 7;", "7"),
    "values": ("VALUES (8)", "8"),
    "time that was set": ("SELECT length(set_config('statement_timeout', '0', false))", "1"),
    "a large object that is not kept": ("SELECT lo_create(0)::int8 * 0 + 5", "5"),
    "nothing of it": ("SELECT count(*) FROM pg_largeobject_metadata", "0"),
    "still bounded": ("SELECT (current_setting('statement_timeout') = '1s')::int", "1"),
    "still there": ("SELECT count(*) FROM cases", "4"),
}


class Told(NamedTuple):
    mistakes: dict[str, str]
    figures: dict[str, Figure]


@pytest.fixture(scope="module")
def told(started: Cluster, tmp_path_factory: pytest.TempPathFactory) -> Told:
    """What becomes of all queries, asked one after the other by one connection."""
    services = tmp_path_factory.mktemp("services") / "services"
    lines = f"host={started.folder}\nport={started.port}\nuser=reader\ndbname={DATABASE}\npassword={PASSWORD}"
    services.write_text(f"[stats]\n{lines}\n", "utf-8")
    queries = {name: Query(sql=sql) for name, (sql, _) in {**QUERIES, **TRUE}.items()}
    os.environ["PGSERVICEFILE"] = str(services)
    table = Table(postgres="service=stats", table="cases")
    found = fetch({"t": table}, queries, Asking(Path(), servers=("stats",), seconds=1))
    del os.environ["PGSERVICEFILE"]
    return Told({str(one.location[1]): one.words for one in found.mistakes}, dict(found.figures))


@pytest.mark.parametrize("name", QUERIES)
def test_a_query_that_does_more_than_read_is_refused(told: Told, name: str) -> None:
    assert name not in told.figures
    assert QUERIES[name][1] in told.mistakes[name]
    assert "\n" not in told.mistakes[name]
    assert not Path("/tmp/factcheck-was-here").exists()  # noqa: S108 - where the query would have put it


@pytest.mark.parametrize("name", TRUE)
def test_queries_are_answered_exactly_beside_them(told: Told, name: str) -> None:
    assert name not in told.mistakes
    assert told.figures[name].words == TRUE[name][1]


@pytest.mark.usefixtures("server")
def test_a_role_that_may_do_more_than_read_tables_runs_no_query_of_a_claims_file() -> None:
    told = refused("sql: select 1", "{postgres: service=owner, table: cases}", ("owner",))
    assert "'owner' may do more on the server of service=owner than read tables" in told
    assert figure("table: t").words == "4"


@pytest.mark.usefixtures("server")
def test_an_endless_view_is_ended() -> None:
    tables, queries = {"t": Table(postgres="service=stats", table="endless")}, {"x": Query(table="t", max="slow")}
    (mistake,) = fetch(tables, queries, Asking(Path(), servers=SERVERS, seconds=1)).mistakes
    assert mistake.words == "the query came to no end within 1 second; ask for less"


def backend(cluster: Cluster) -> int:
    """The number of the process that serves factcheck, once it runs a query."""
    with cluster.connect(DATABASE) as connection:
        while True:
            for (pid,) in connection.execute(
                "SELECT pid FROM pg_stat_activity "
                "WHERE datname = current_database() AND application_name = 'factcheck' AND query LIKE '%FETCH%'"
            ).fetchall():
                assert isinstance(pid, int)
                return pid


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGSTOP])
def test_a_server_that_is_gone_or_says_nothing_more_is_told(
    server: Cluster, monkeypatch: pytest.MonkeyPatch, how: signal.Signals
) -> None:
    monkeypatch.setattr("factcheck.data.servers.postgres.SPARE", 0)
    hit: list[int] = []

    def interfere() -> None:
        hit.append(backend(server))
        os.kill(hit[0], how)

    other = threading.Thread(target=interfere)
    other.start()
    tables, queries = {"t": Table(postgres="service=stats", table="endless")}, {"x": Query(table="t", max="slow")}
    seconds = 2 if how == signal.SIGSTOP else 50
    (mistake,) = fetch(tables, queries, Asking(Path(), servers=SERVERS, seconds=seconds)).mistakes
    other.join()
    if how == signal.SIGSTOP:
        os.kill(hit[0], signal.SIGCONT)
    assert mistake.words == "the server of service=stats went away while it was asked; run the check again"


def test_all_answers_are_of_one_moment(server: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    first = Server.run
    with server.connect(DATABASE) as connection:

        def changing(asked: Server, sql: str) -> list[tuple[Any, ...]]:
            found = first(asked, sql)
            connection.execute("INSERT INTO more.cases VALUES (4)")
            return found

        monkeypatch.setattr(Server, "run", changing)
        text = (
            "data: {t: {postgres: service=stats, table: more.cases}, u: {postgres: ' service=''stats'' ', table: more.cases}}\n"
            "quantities: {x: {raw: {table: t}}, y: {raw: {table: u}}, z: {raw: {table: u, sql: select count(*) from more.cases}}}\n"
        )
        found = loads(text + COUNT, "a.yaml", folder=Path(), servers=SERVERS)
        connection.execute("DELETE FROM more.cases WHERE a = 4")
    assert {figure.words for one in found.declarations.values() if isinstance(figure := one.raw, Figure)} == {"3"}


@pytest.mark.usefixtures("server")
def test_a_query_says_what_it_is_for_where_data_are_in_several_places(tmp_path: Path) -> None:
    (tmp_path / "f.csv").write_text("a\n1\n2\n", "utf-8")
    head = "data: {t: {postgres: service=stats, table: cases}, f: f.csv}\nquantities: {x: {raw: {"
    asked = {
        "sql: select 1": None,
        "table: f, sql: select count(*) from f": "2",
        "table: t, sql: 'select count(*) from cases'": "4",
    }
    for raw, words in asked.items():
        text = f"{head}{raw}}}}}}}\n{COUNT}"
        if words is None:
            with pytest.raises(ClaimFileError, match="say which of them the query is for: `table: …` beside `sql`"):
                loads(text, "a.yaml", folder=tmp_path, servers=SERVERS)
        else:
            found = loads(text, "a.yaml", folder=tmp_path, servers=SERVERS).declarations["x"].raw
            assert isinstance(found, Figure)
            assert found.words == words
    with pytest.raises(ClaimFileError, match="unknown table 'g'"):
        loads(f"{head}table: g, sql: select 1}}}}}}\n{COUNT}", "a.yaml", folder=tmp_path, servers=SERVERS)


@pytest.mark.usefixtures("server")
def test_a_report_says_what_was_asked_as_whom_and_when_and_how() -> None:
    found = article("table: t, where: {platform: Facebook}")
    report = found.check()
    (source,) = report.articles[0].sources
    assert (source.name, source.file, source.server) == ("t", "cases (service=stats)", f"database {DATABASE} as reader")
    assert source.read.endswith(" UTC")
    for form in FORMATS:
        shown = render(report, form)
        assert form in SILENT or ("2 rows of cases" in shown and source.read in shown), form
        assert PASSWORD not in shown
    assert restored(stored(report.articles[0])) == report.articles[0]
    (verdict,) = report.claims
    assert verdict.verdict is Verdict.FAIL
    lines = [line.strip() for line in prose(why(found, "count-x"))]
    at = lines.index("Data: 2 rows of cases (service=stats) where platform = Facebook.")
    assert lines[at + 1] == """SELECT count(*) FROM "cases" WHERE "platform" = 'Facebook'"""


def test_what_a_server_says_is_remembered_nowhere(
    server: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    text = "data: {t: {postgres: service=stats, table: more.cases}}\nquantities: {x: {raw: {table: t}}}\n"
    (tmp_path / "c.yaml").write_text(text + COUNT.replace("5", "3"), "utf-8")
    memory = Memory.of(Checking(Options(), servers=SERVERS))
    assert memory.outcome(Path("c.yaml")).report is not None
    assert memory.recalled(Path("c.yaml")) is None
    assert Memory.of(Checking(Options())).key != memory.key
    asked = ["verify", "c.yaml", "--allow-postgres", "stats"]
    assert run(*asked)[0] == 0
    with server.connect(DATABASE) as connection:
        connection.execute("INSERT INTO more.cases VALUES (9)")
        assert run(*asked)[0] == 1
        connection.execute("DELETE FROM more.cases WHERE a = 9")
    kept = [path for path in tmp_path.rglob("*") if path.is_file() and ".factcheck_cache" in path.parts]
    assert not any(b"more.cases" in path.read_bytes() or PASSWORD.encode() in path.read_bytes() for path in kept)


def test_servers_need_the_extra_and_say_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    assert "psycopg, which is not installed; pip install 'factcheck-claims[postgres]'" in refused("table: t")


@pytest.mark.usefixtures("server")
def test_a_server_alone_needs_no_engine_of_our_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    report = article("table: t, where: {platform: Facebook}").check()
    assert report.claims[0].verdict is Verdict.FAIL


COMMANDS = ("verify {} --no-cache", "why count-x {}", "bounds {}", "guards {}", "recheck proof.json --claims {}")


@pytest.mark.usefixtures("server")
@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_that_reads_data_asks_for_leave(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.chdir(tmp_path)
    text = f"data: {{t: {CASES}}}\nquantities: {{x: {{raw: {{table: t}}}}}}\n" + COUNT.replace("5", "4")
    (tmp_path / "c.yaml").write_text(text, "utf-8")
    allowed = ("--allow-postgres", "service=stats")
    if "proof" in command:
        assert run("verify", "c.yaml", *allowed, "--certificate", "proof.json")[0] == 0
    words = command.format("c.yaml").split()
    code, _, error = run(*words)
    assert code == 2
    assert "nobody has allowed to connect to service=stats" in error
    code, _, error = run(*words, *allowed)
    assert (code, error) == (0, "")
    code, _, error = run(*words, "--allow-postgres", f"service=stats password={PASSWORD}")
    assert code == 2
    assert "a password stands in no claims file and no option" in error.replace("\n", " ")
    assert PASSWORD not in error


FINES = "table: t, sum: fine, where: {platform: Instagram}"


def failing(printed: str = "1,628", raw: str = FINES, data: str = CASES) -> Article:
    claims = f"claims: [{{kind: count, quantity: x, printed: '{printed}'}}]\n"
    text = f"data: {{t: {data}}}\nquantities: {{x: {{raw: {{{raw}}}}}}}\n{claims}"
    return loads(text, "a.yaml", folder=Path(), servers=SERVERS)


def offered(checked: Article) -> list[Candidate]:
    return [one for finding in checked.check().findings for one in finding.candidates]


@pytest.mark.usefixtures("server")
def test_other_questions_are_tried_on_the_server(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    (found,) = offered(failing())
    assert (found.sort, found.change) == ("another category", "where platform = Facebook instead of Instagram")
    (told,) = found.figures
    assert str(told) == "1,628, the sum of fine in 2 rows of cases (service=stats) where platform = Facebook"
    assert told.sql == """SELECT sum("fine") FROM "cases" WHERE "platform" = 'Facebook'"""
    (found,) = offered(failing("13"))
    assert found.change == "as sum of age for sum of fine"
    (found, *_) = offered(failing("2", "table: t, distinct: platform, where: {age: 14}"))
    assert found.change == "without age = 14"


@pytest.mark.usefixtures("server")
def test_numbers_that_are_none_and_columns_that_may_not_be_read_are_no_questions() -> None:
    wide = "{postgres: service=stats, table: numbers}"
    (found, *_) = offered(failing("9,223,372,036,854,775,807", "table: t, sum: big, where: {flag: false}", wide))
    assert found.change == "where flag is not false"
    assert offered(failing("7", "table: t, where: {gap: ''}", "{postgres: service=stats, table: bad}")) == []
    assert offered(failing("2", "table: t, sum: a", "{postgres: service=stats, table: partly}")) == []


def test_nothing_is_offered_of_a_server_that_says_another_thing_meanwhile(server: Cluster) -> None:
    article = failing()
    with server.connect(DATABASE) as connection:
        connection.execute("INSERT INTO cases VALUES ('Instagram', 1, 99, NULL)")
        try:
            assert offered(article) == []
        finally:
            connection.execute("DELETE FROM cases WHERE age = 99")
    assert len(offered(article)) == 1


@pytest.mark.usefixtures("server")
def test_a_server_is_asked_no_more_than_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    article, asked = failing(), list[str]()
    run = Server.run

    def counted(server: Server, sql: str) -> list[tuple[Any, ...]]:
        asked.append(sql)
        assert server.seconds <= LONGEST_QUERY
        return run(server, sql)

    monkeypatch.setattr(Server, "run", counted)
    assert len(offered(article)) == 1
    assert 10 < len(asked) < 3 * MOST_OF_SERVER
    for bound, least in {"MOST_OF_SERVER": 2, "MOST_READ_OF_SERVER": 8}.items():
        asked.clear()
        with monkeypatch.context() as patched:
            patched.setattr(budget, bound, least)
            assert offered(article) == []
        assert 1 <= len(asked) <= 10
    assert not Budget.of_server(-1).take(0)
    assert Budget.of_server(60).take(0)


@pytest.mark.parametrize("broken", [1, 2, 5, 12])
def test_a_server_that_is_gone_while_it_is_searched_is_no_error(
    server: Cluster, monkeypatch: pytest.MonkeyPatch, broken: int
) -> None:
    article, asked = failing(), list[str]()
    run = Server.run

    def cut(one: Server, sql: str) -> list[tuple[Any, ...]]:
        asked.append(sql)
        if len(asked) == broken:
            with server.connect() as connection:
                connection.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'reader'")
        return run(one, sql)

    monkeypatch.setattr(Server, "run", cut)
    assert offered(article) == []
    assert len(asked) >= broken


def test_a_server_finds_the_same_rows(server: Cluster) -> None:
    with server.connect(DATABASE) as connection:
        connection.execute("DROP TABLE IF EXISTS ranges")
        connection.execute("CREATE TABLE ranges (n text, exact numeric, whole int, on_ date, at timestamptz)")
        rows = [(text, 18 + at, at, date(2024, 2, 20) + timedelta(at), None) for at, text in enumerate(TEXTS)]
        connection.cursor().executemany("INSERT INTO ranges VALUES (%s, %s, %s, %s, %s)", rows)
        connection.execute("UPDATE ranges SET at = on_ + time '23:30' ")
        connection.execute("GRANT SELECT ON ranges TO reader")
    place = "{postgres: service=stats, table: ranges}"
    answers = []
    for where in RANGES:
        with closing(Engine()) as engine:
            ours = Column(engine, tuple(text or None for text in TEXTS)).counted(where)
        told = Query(table="t", where={"n": where}).model_dump(mode="json", exclude_defaults=True)
        try:
            found: int | None = int(figure(f"table: t, where: {told['where']}", place).value.low or 0)
        except ClaimFileError:
            found = None
        answers.append(found)
        assert found == ours, where
    assert answers.count(None) == 2
    for asked, rows_found in {
        "exact: {at_least: 18.5}": 13,
        "exact: {over: 18, under: 20}": 1,
        "whole: {at_most: 2.5}": 3,
        "on_: {in: 2024-02}": 10,
        "at: {in: 2024-02-29}": 1,
        "at: {after: 2024-02}": 4,
    }.items():
        assert figure(f"table: t, where: {{{asked}}}", place).value == Interval.exactly(rows_found), asked
    with server.connect(DATABASE) as connection:
        connection.execute("UPDATE ranges SET exact = 'NaN', on_ = 'infinity', at = '0044-03-15 BC' WHERE whole = 1")
    with pytest.raises(ClaimFileError, match="'NaN' is no number"):
        figure("table: t, where: {exact: {over: 18}}", place)
    for range_, words in {"on_: {from: 2024}": "'infinity' is no day", "at: {to: 2024}": "BC' is no day"}.items():
        assert words in refused(f"table: t, where: {{{range_}}}", place)
    assert figure("table: t, where: {on_: {in: 2024, not: infinity}}", place).value == Interval.exactly(13)


MANY: tuple[dict[str, Any], ...] = (
    {"where": {"name": ["a", "b"], "kind": {"not": "x"}}},
    {"sum": "net", "where": {"name": "a", "on": {"in": 2024}}},
    {"distinct": "name", "where": {"net": {"at_least": 0, "under": 7}}},
)


def test_what_the_server_counts_for_many_is_what_each_question_gives(server: Cluster) -> None:
    draw = Random(2026)
    days = [date(2023, 1, 1) + timedelta(draw.randrange(900)) for _ in range(60)]
    columns = ("abc", ("x", "y", "", None), ("-0.25", "7", "10.5", "0", None))
    with server.connect(DATABASE) as connection:
        connection.execute("DROP TABLE IF EXISTS many")
        connection.execute('CREATE TABLE many (name text, kind text, net numeric, "on" date, at timestamp)')
        rows = [(*map(draw.choice, columns), draw.choice((day, None)), day) for day in days]
        connection.cursor().executemany("INSERT INTO many VALUES (%s, %s, %s, %s, %s)", rows)
        connection.execute("GRANT SELECT ON many TO reader")
    table, asking = Table(postgres="service=stats", table="many"), Asking(Path(), servers=SERVERS)
    queries = [Query(table="t", **asked) for asked in MANY]
    sorts = set()
    for query in queries:  # each with a budget of its own
        with Search({"t": table}, [], queries, asking) as search:
            variants = search.variants(query)
            sorts |= {one.sort for one in variants}
            for one in variants[:: 1 + len(variants) // 12]:
                assert search.figure(one.query).value == Interval.exactly(one.value), one.query
    assert sorts == set(Sort) - {Sort.BASE}
