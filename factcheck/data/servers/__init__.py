"""Tables that are on a server: who has allowed to connect to it, the connections, and PostgreSQL."""
