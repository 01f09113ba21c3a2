"""The reader of printed numbers: phrases, refusals, running text, and laws."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import partial
from itertools import pairwise
from types import SimpleNamespace
from typing import Any, overload

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from factcheck.hedge import Sense
from factcheck.interval import Interval
from factcheck.numeral import Form, Kind, Numeral
from factcheck.text import NumeralError, find, read
from factcheck.text.language import available, load
from factcheck.text.prose import numerals_of
from factcheck.text.source import Source
from factcheck.text.tokens import Token, tokens_of
from tests.effort import calls
from tests.gold import sentences

PHRASES = """
956 | count | 956 | 1 | - | - | [956, 956]
1,628 | count | 1628 | 1 | - | - | [1628, 1628]
12,345,678 | count | 12345678 | 1 | - | - | [12345678, 12345678]
1 628 000 | count | 1628000 | 1 | - | - | [1628000, 1628000]
1 628 km | measure | 1628 | 1 | km | - | [1627.5, 1628.5]
1,00,000 | count | 100000 | 1 | - | - | [100000, 100000]
12,34,567 | count | 1234567 | 1 | - | - | [1234567, 1234567]
0 | count | 0 | 1 | - | - | [0, 0]
7 | count | 7 | 1 | - | - | [7, 7]
32.6 | count | 32.6 | 0.1 | - | - | [32.55, 32.65]
32.60 | count | 32.6 | 0.01 | - | - | [32.595, 32.605]
0.0 | count | 0 | 0.1 | - | - | [-0.05, 0.05]
.5 | count | 0.5 | 0.1 | - | - | [0.45, 0.55]
32·6 | count | 32.6 | 0.1 | - | - | [32.55, 32.65]
1,628.5 | count | 1628.5 | 0.1 | - | - | [1628.45, 1628.55]
-5 | count | -5 | 1 | - | - | [-5, -5]
−5 | count | -5 | 1 | - | - | [-5, -5]
–5 | count | -5 | 1 | - | - | [-5, -5]
minus 5 | count | -5 | 1 | - | - | [-5, -5]
minus £5 | money | -5 | 1 | £ | - | [-5.5, -4.5]
+5 | count | 5 | 1 | - | - | [5, 5]
±3 | count | 3 | 1 | - | - | [3, 3]
twenty-three | count | 23 | 1 | - | - | [23, 23]
twenty three | count | 23 | 1 | - | - | [23, 23]
nought | count | 0 | 1 | - | - | [0, 0]
zero | count | 0 | 1 | - | - | [0, 0]
nineteen | count | 19 | 1 | - | - | [19, 19]
ninety-nine | count | 99 | 1 | - | - | [99, 99]
one hundred | count | 100 | 1 | - | - | [100, 100]
a hundred | count | 100 | 1 | - | - | [100, 100]
one hundred and five | count | 105 | 1 | - | - | [105, 105]
one hundred five | count | 105 | 1 | - | - | [105, 105]
a hundred and five | count | 105 | 1 | - | - | [105, 105]
nine hundred and ninety-nine | count | 999 | 1 | - | - | [999, 999]
one thousand | count | 1000 | 1 | - | - | [1000, 1000]
a thousand | count | 1000 | 1 | - | - | [1000, 1000]
one thousand and one | count | 1001 | 1 | - | - | [1001, 1001]
two thousand and twenty | count | 2020 | 1 | - | - | [2020, 2020]
five thousand | count | 5000 | 1 | - | - | [5000, 5000]
twelve hundred | count | 1200 | 1 | - | - | [1200, 1200]
one hundred and five thousand | count | 105000 | 1 | - | - | [105000, 105000]
three hundred thousand | count | 300000 | 1 | - | - | [300000, 300000]
nine hundred and ninety-nine thousand nine hundred and ninety-nine | count | 999999 | 1 | - | - | [999999, 999999]
two point five | count | 2.5 | 0.1 | - | - | [2.45, 2.55]
zero point two five | count | 0.25 | 0.01 | - | - | [0.245, 0.255]
a dozen | count | 12 | 1 | - | - | [12, 12]
two dozen | count | 24 | 1 | - | - | [24, 24]
half a dozen | count | 6 | 1 | - | - | [6, 6]
3 dozen | count | 36 | 1 | - | - | [36, 36]
½ | fraction | 0.5 | 0.5 | - | - | [0.475, 0.525]
¾ | fraction | 0.75 | 0.25 | - | - | [0.7125, 0.7875]
⅔ | fraction | 2/3 | 1/3 | - | - | [19/30, 0.7]
2½ | count | 2.5 | 0.5 | - | - | [2.375, 2.625]
2 ½ | count | 2.5 | 0.5 | - | - | [2.375, 2.625]
3/4 | fraction | 0.75 | 0.25 | - | - | [0.7125, 0.7875]
3⁄4 | fraction | 0.75 | 0.25 | - | - | [0.7125, 0.7875]
2 1/2 | count | 2.5 | 0.5 | - | - | [2.375, 2.625]
2 3/4 | count | 2.75 | 0.25 | - | - | [2.6125, 2.8875]
two and a half | count | 2.5 | 0.5 | - | - | [2.375, 2.625]
two-and-a-half | count | 2.5 | 0.5 | - | - | [2.375, 2.625]
two and a quarter | count | 2.25 | 0.25 | - | - | [2.1375, 2.3625]
one and three quarters | count | 1.75 | 0.25 | - | - | [1.6625, 1.8375]
a million | count | 1000000 | 1000000 | - | - | [950000, 1050000]
one million | count | 1000000 | 1000000 | - | - | [500000, 1500000]
five million | count | 5000000 | 1000000 | - | - | [4500000, 5500000]
a million and a half | count | 1500000 | 500000 | - | - | [1425000, 1575000]
half a million | count | 500000 | 500000 | - | - | [475000, 525000]
half-a-million | count | 500000 | 500000 | - | - | [475000, 525000]
a quarter of a million | count | 250000 | 250000 | - | - | [237500, 262500]
three quarters of a million | count | 750000 | 250000 | - | - | [712500, 787500]
two and a half million | count | 2500000 | 500000 | - | - | [2375000, 2625000]
2½ million | count | 2500000 | 500000 | - | - | [2375000, 2625000]
½ million | count | 500000 | 500000 | - | - | [475000, 525000]
1.6 million | count | 1600000 | 100000 | - | - | [1550000, 1650000]
1.6-million | count | 1600000 | 100000 | - | - | [1550000, 1650000]
1.60 million | count | 1600000 | 10000 | - | - | [1595000, 1605000]
two point five million | count | 2500000 | 100000 | - | - | [2450000, 2550000]
two million three hundred thousand | count | 2300000 | 1000 | - | - | [2299500, 2300500]
two million, three hundred thousand and five | count | 2300005 | 1 | - | - | [2300005, 2300005]
five thousand million | count | 5000000000 | 1000000000 | - | - | [4500000000, 5500000000]
1.6 billion | count | 1600000000 | 100000000 | - | - | [1550000000, 1650000000]
5 trillion | count | 5000000000000 | 1000000000000 | - | - | [4500000000000, 5500000000000]
a hundred million | count | 100000000 | 1000000 | - | - | [95000000, 105000000]
12 lakh | count | 1200000 | 100000 | - | - | [1150000, 1250000]
2.5 crore | count | 25000000 | 1000000 | - | - | [24500000, 25500000]
five lakh | count | 500000 | 1 | - | - | [500000, 500000]
5k | count | 5000 | 1000 | - | - | [4500, 5500]
5K | count | 5000 | 1000 | - | - | [4500, 5500]
10m | count | 10000000 | 1000000 | - | - | [9500000, 10500000]
10M | count | 10000000 | 1000000 | - | - | [9500000, 10500000]
3mn | count | 3000000 | 1000000 | - | - | [2500000, 3500000]
3mln | count | 3000000 | 1000000 | - | - | [2500000, 3500000]
1.5bn | count | 1500000000 | 100000000 | - | - | [1450000000, 1550000000]
1.5 bn | count | 1500000000 | 100000000 | - | - | [1450000000, 1550000000]
2tn | count | 2000000000000 | 1000000000000 | - | - | [1500000000000, 2500000000000]
2T | count | 2000000000000 | 1000000000000 | - | - | [1500000000000, 2500000000000]
32.6% | percent | 0.326 | 0.001 | % | - | [0.3255, 0.3265]
32.60% | percent | 0.326 | 0.0001 | % | - | [0.32595, 0.32605]
32.6 % | percent | 0.326 | 0.001 | % | - | [0.3255, 0.3265]
32.6 per cent | percent | 0.326 | 0.001 | % | - | [0.3255, 0.3265]
32.6 percent | percent | 0.326 | 0.001 | % | - | [0.3255, 0.3265]
32.6 pct | percent | 0.326 | 0.001 | % | - | [0.3255, 0.3265]
32.6pc | percent | 0.326 | 0.001 | % | - | [0.3255, 0.3265]
5 per cent | percent | 0.05 | 0.01 | % | - | [0.045, 0.055]
five per cent | percent | 0.05 | 0.01 | % | - | [0.045, 0.055]
half a per cent | percent | 0.005 | 0.005 | % | - | [0.00475, 0.00525]
½ per cent | percent | 0.005 | 0.005 | % | - | [0.00475, 0.00525]
two and a half per cent | percent | 0.025 | 0.005 | % | - | [0.02375, 0.02625]
0.5% | percent | 0.005 | 0.001 | % | - | [0.0045, 0.0055]
-1.5% | percent | -0.015 | 0.001 | % | - | [-0.0155, -0.0145]
132% | percent | 1.32 | 0.01 | % | - | [1.315, 1.325]
6 percentage points | points | 0.06 | 0.01 | points | - | [0.055, 0.065]
one percentage point | points | 0.01 | 0.01 | points | - | [0.005, 0.015]
2.5 pp | points | 0.025 | 0.001 | points | - | [0.0245, 0.0255]
2.5pp | points | 0.025 | 0.001 | points | - | [0.0245, 0.0255]
3 ppts | points | 0.03 | 0.01 | points | - | [0.025, 0.035]
3 % points | points | 0.03 | 0.01 | points | - | [0.025, 0.035]
3 %-points | points | 0.03 | 0.01 | points | - | [0.025, 0.035]
six points | points | 0.06 | 0.01 | points | - | [0.055, 0.065]
25 basis points | points | 0.0025 | 0.0001 | points | - | [0.00245, 0.00255]
25 bps | points | 0.0025 | 0.0001 | points | - | [0.00245, 0.00255]
£3.2bn | money | 3200000000 | 100000000 | £ | - | [3150000000, 3250000000]
£4,250 | money | 4250 | 1 | £ | - | [4249.5, 4250.5]
£4.25 | money | 4.25 | 0.01 | £ | - | [4.245, 4.255]
£1.6 million | money | 1600000 | 100000 | £ | - | [1550000, 1650000]
£10 m | money | 10000000 | 1000000 | £ | - | [9500000, 10500000]
£5 | money | 5 | 1 | £ | - | [4.5, 5.5]
-£5 | money | -5 | 1 | £ | - | [-5.5, -4.5]
£-5 | money | -5 | 1 | £ | - | [-5.5, -4.5]
−£2.5bn | money | -2500000000 | 100000000 | £ | - | [-2550000000, -2450000000]
£½m | money | 500000 | 500000 | £ | - | [475000, 525000]
£2½m | money | 2500000 | 500000 | £ | - | [2375000, 2625000]
$US55m | money | 55000000 | 1000000 | $ | - | [54500000, 55500000]
US$5.6bn | money | 5600000000 | 100000000 | $ | - | [5550000000, 5650000000]
US$ 5.6bn | money | 5600000000 | 100000000 | $ | - | [5550000000, 5650000000]
$5.6bn | money | 5600000000 | 100000000 | $ | - | [5550000000, 5650000000]
A$3m | money | 3000000 | 1000000 | A$ | - | [2500000, 3500000]
AU$3m | money | 3000000 | 1000000 | A$ | - | [2500000, 3500000]
C$3m | money | 3000000 | 1000000 | C$ | - | [2500000, 3500000]
NZ$30 | money | 30 | 1 | NZ$ | - | [29.5, 30.5]
HK$1,000 | money | 1000 | 1 | HK$ | - | [999.5, 1000.5]
EUR 50m | money | 50000000 | 1000000 | € | - | [49500000, 50500000]
EUR50m | money | 50000000 | 1000000 | € | - | [49500000, 50500000]
USD10m | money | 10000000 | 1000000 | $ | - | [9500000, 10500000]
USD 10m | money | 10000000 | 1000000 | $ | - | [9500000, 10500000]
GBP 5 | money | 5 | 1 | £ | - | [4.5, 5.5]
50m euros | money | 50000000 | 1000000 | € | - | [49500000, 50500000]
50€ | money | 50 | 1 | € | - | [49.5, 50.5]
50 € | money | 50 | 1 | € | - | [49.5, 50.5]
Rs 500 | money | 500 | 1 | ₹ | - | [499.5, 500.5]
Rs. 500 | money | 500 | 1 | ₹ | - | [499.5, 500.5]
₹5 crore | money | 50000000 | 10000000 | ₹ | - | [45000000, 55000000]
¥1,000 | money | 1000 | 1 | ¥ | - | [999.5, 1000.5]
five pounds | money | 5 | 1 | £ | - | [4.5, 5.5]
five million pounds | money | 5000000 | 1000000 | £ | - | [4500000, 5500000]
half a million pounds | money | 500000 | 500000 | £ | - | [475000, 525000]
a million dollars | money | 1000000 | 1000000 | $ | - | [950000, 1050000]
30p | money | 0.3 | 0.01 | £ | - | [0.295, 0.305]
30 pence | money | 0.3 | 0.01 | £ | - | [0.295, 0.305]
30 cents | money | 0.3 | 0.01 | $ | - | [0.295, 0.305]
30 euros | money | 30 | 1 | € | - | [29.5, 30.5]
5 km | measure | 5 | 1 | km | - | [4.5, 5.5]
5km | measure | 5 | 1 | km | - | [4.5, 5.5]
5.0 km | measure | 5 | 0.1 | km | - | [4.95, 5.05]
42 kg | measure | 42 | 1 | kg | - | [41.5, 42.5]
1,000 tonnes | measure | 1000 | 1 | t | - | [999.5, 1000.5]
3.5 litres | measure | 3.5 | 0.1 | l | - | [3.45, 3.55]
60 mph | measure | 60 | 1 | mph | - | [59.5, 60.5]
60 miles an hour | measure | 60 | 1 | mph | - | [59.5, 60.5]
60 miles per hour | measure | 60 | 1 | mph | - | [59.5, 60.5]
six miles | measure | 6 | 1 | mile | - | [5.5, 6.5]
half a mile | measure | 0.5 | 0.5 | mile | - | [0.475, 0.525]
a mile and a half | measure | 1.5 | 0.5 | mile | - | [1.425, 1.575]
200 hectares | measure | 200 | 1 | ha | - | [199.5, 200.5]
5 m | measure | 5 | 1 | m | - | [4.5, 5.5]
100 square miles | measure | 100 | 1 | square mile | - | [99.5, 100.5]
20°C | measure | 20 | 1 | °C | - | [19.5, 20.5]
20 degrees | measure | 20 | 1 | ° | - | [19.5, 20.5]
half | fraction | 0.5 | 0.5 | - | - | [0.475, 0.525]
a half | fraction | 0.5 | 0.5 | - | - | [0.475, 0.525]
one half | fraction | 0.5 | 0.5 | - | - | [0.475, 0.525]
a third | fraction | 1/3 | 1/3 | - | - | [19/60, 0.35]
one third | fraction | 1/3 | 1/3 | - | - | [19/60, 0.35]
one-third | fraction | 1/3 | 1/3 | - | - | [19/60, 0.35]
two-thirds | fraction | 2/3 | 1/3 | - | - | [19/30, 0.7]
two thirds | fraction | 2/3 | 1/3 | - | - | [19/30, 0.7]
three quarters | fraction | 0.75 | 0.25 | - | - | [0.7125, 0.7875]
three-quarters | fraction | 0.75 | 0.25 | - | - | [0.7125, 0.7875]
a quarter | fraction | 0.25 | 0.25 | - | - | [0.2375, 0.2625]
a tenth | fraction | 0.1 | 0.1 | - | - | [0.095, 0.105]
nine-tenths | fraction | 0.9 | 0.1 | - | - | [0.855, 0.945]
a hundredth | fraction | 0.01 | 0.01 | - | - | [0.0095, 0.0105]
2/3 | fraction | 2/3 | 1/3 | - | - | [19/30, 0.7]
1/3 | fraction | 1/3 | 1/3 | - | - | [19/60, 0.35]
7/10 | fraction | 0.7 | 0.1 | - | - | [0.665, 0.735]
one in 10 | ratio | 0.1 | 0.1 | - | - | [2/21, 2/19]
one in ten | ratio | 0.1 | 0.1 | - | - | [2/21, 2/19]
1 in 10 | ratio | 0.1 | 0.1 | - | - | [2/21, 2/19]
4 in 10 | ratio | 0.4 | 0.1 | - | - | [0.36, 0.44]
two in five | ratio | 0.4 | 0.2 | - | - | [0.36, 0.44]
three out of five | ratio | 0.6 | 0.2 | - | - | [0.54, 0.66]
nine out of ten | ratio | 0.9 | 0.1 | - | - | [0.85, 0.95]
nine out of every ten | ratio | 0.9 | 0.1 | - | - | [0.85, 0.95]
one in every five | ratio | 0.2 | 0.2 | - | - | [2/11, 0.22]
one in 1,000 | ratio | 0.001 | 0.001 | - | - | [2/2001, 2/1999]
one in a hundred | ratio | 0.01 | 0.01 | - | - | [2/201, 2/199]
one in a million | ratio | 0.000001 | 0.000001 | - | - | [2/2000001, 2/1999999]
312 out of 956 | ratio | 78/239 | 1/956 | - | - | [623/1912, 625/1912]
312/956 | ratio | 78/239 | 1/956 | - | - | [623/1912, 625/1912]
12 in every 100,000 | ratio | 0.00012 | 0.00001 | - | - | [0.000115, 0.000125]
3 to 1 | ratio | 3 | 1 | - | - | [2.85, 3.15]
three to one | ratio | 3 | 1 | - | - | [2.85, 3.15]
2.5 to 1 | ratio | 2.5 | 0.1 | - | - | [2.375, 2.625]
2:1 | ratio | 2 | 1 | - | - | [1.9, 2.1]
16:9 | ratio | 16/9 | 1/9 | - | - | [76/45, 28/15]
3-to-1 | ratio | 3 | 1 | - | - | [2.85, 3.15]
a ratio of 3 to 1 | ratio | 3 | 1 | - | - | [2.85, 3.15]
a ratio of 1 to 20 | ratio | 0.05 | 0.05 | - | - | [0.0475, 0.0525]
odds of 10 to 1 | ratio | 10 | 1 | - | - | [9.5, 10.5]
50-50 | ratio | 1 | 0.02 | - | - | [0.95, 1.05]
50/50 | ratio | 1 | 0.02 | - | - | [0.95, 1.05]
60-40 | ratio | 1.5 | 0.025 | - | - | [1.425, 1.575]
10-12 | range | - | 1 | - | - | [10, 12]
10–12 | range | - | 1 | - | - | [10, 12]
10 to 12 | range | - | 1 | - | - | [10, 12]
10 - 12 | range | - | 1 | - | - | [10, 12]
between 10 and 12 | range | - | 1 | - | - | [10, 12]
between five and seven per cent | range | - | 0.01 | % | - | [0.045, 0.075]
5 to 7 per cent | range | - | 0.01 | % | - | [0.045, 0.075]
5%-7% | range | - | 0.01 | % | - | [0.045, 0.075]
5-7% | range | - | 0.01 | % | - | [0.045, 0.075]
£3.2bn-£4bn | range | - | 1000000000 | £ | - | [3150000000, 4500000000]
£3.2bn to £4bn | range | - | 1000000000 | £ | - | [3150000000, 4500000000]
£10-12m | range | - | 1000000 | £ | - | [9500000, 12500000]
30p-40p | range | - | 0.01 | £ | - | [0.295, 0.405]
4 to 5 million | range | - | 1000000 | - | - | [3500000, 5500000]
four to five thousand | range | - | 1 | - | - | [4000, 5000]
two to three hundred thousand | range | - | 1 | - | - | [200000, 300000]
500,000 to 1 million | range | - | 1000000 | - | - | [500000, 1500000]
10-12 km | range | - | 1 | km | - | [9.5, 12.5]
nine to 12 months | range | - | 1 | month | - | [8.5, 12.5]
a range of 10 to 12 | range | - | 1 | - | - | [10, 12]
16-24-year-olds | range | - | 1 | year | - | [16, 25)
aged 16 to 24 | range | - | 1 | year | - | [16, 25)
aged between 16 and 24 | range | - | 1 | year | - | [16, 25)
between the ages of 16 and 24 | range | - | 1 | year | - | [16, 25)
-5 to 3 | range | - | 1 | - | - | [-5, 3]
doubled | multiple | 2 | 1 | - | - | [1.9, 2.1]
doubling | multiple | 2 | 1 | - | - | [1.9, 2.1]
twice | multiple | 2 | 1 | - | - | [1.9, 2.1]
thrice | multiple | 3 | 1 | - | - | [2.85, 3.15]
tripled | multiple | 3 | 1 | - | - | [2.85, 3.15]
trebled | multiple | 3 | 1 | - | - | [2.85, 3.15]
quadrupled | multiple | 4 | 1 | - | - | [3.8, 4.2]
halved | multiple | 0.5 | 1 | - | - | [0.475, 0.525]
threefold | multiple | 3 | 1 | - | - | [2.85, 3.15]
three-fold | multiple | 3 | 1 | - | - | [2.85, 3.15]
10-fold | multiple | 10 | 1 | - | - | [9.5, 10.5]
tenfold | multiple | 10 | 1 | - | - | [9.5, 10.5]
2.5-fold | multiple | 2.5 | 0.1 | - | - | [2.45, 2.55]
2.5 times | multiple | 2.5 | 0.1 | - | - | [2.45, 2.55]
three times | multiple | 3 | 1 | - | - | [2.85, 3.15]
3 times | multiple | 3 | 1 | - | - | [2.85, 3.15]
twice as many | multiple | 2 | 1 | - | - | [1.9, 2.1]
twice as many as | multiple | 2 | 1 | - | - | [1.9, 2.1]
three times as likely as | multiple | 3 | 1 | - | - | [2.85, 3.15]
2.5 times the | multiple | 2.5 | 0.1 | - | - | [2.45, 2.55]
half as many | multiple | 0.5 | 0.5 | - | - | [0.475, 0.525]
10x | multiple | 10 | 1 | - | - | [9.5, 10.5]
2.5x | multiple | 2.5 | 0.1 | - | - | [2.45, 2.55]
10× | multiple | 10 | 1 | - | - | [9.5, 10.5]
three times more | multiple | 3 | 1 | - | - | [2.85, 3.15]
3 times higher than | multiple | 3 | 1 | - | - | [2.85, 3.15]
double | multiple | 2 | 1 | - | - | [1.9, 2.1]
double the | multiple | 2 | 1 | - | - | [1.9, 2.1]
1st | ordinal | 1 | 1 | - | - | [1, 1]
2nd | ordinal | 2 | 1 | - | - | [2, 2]
21st | ordinal | 21 | 1 | - | - | [21, 21]
102nd | ordinal | 102 | 1 | - | - | [102, 102]
first | ordinal | 1 | 1 | - | - | [1, 1]
second | ordinal | 2 | 1 | - | - | [2, 2]
third | ordinal | 3 | 1 | - | - | [3, 3]
twelfth | ordinal | 12 | 1 | - | - | [12, 12]
twenty-first | ordinal | 21 | 1 | - | - | [21, 21]
hundredth | ordinal | 100 | 1 | - | - | [100, 100]
one hundred and fifth | ordinal | 105 | 1 | - | - | [105, 105]
the second | ordinal | 2 | 1 | - | - | [2, 2]
second most-used | ordinal | 2 | 1 | - | - | [2, 2]
second most used | ordinal | 2 | 1 | - | - | [2, 2]
the second most popular | ordinal | 2 | 1 | - | - | [2, 2]
third-largest | ordinal | 3 | 1 | - | - | [3, 3]
third largest | ordinal | 3 | 1 | - | - | [3, 3]
third lowest | ordinal | 3 | 1 | - | - | [3, 3]
joint second | ordinal | 2 | 1 | - | - | [2, 2]
joint-second | ordinal | 2 | 1 | - | - | [2, 2]
tied for third | ordinal | 3 | 1 | - | - | [3, 3]
most used | ordinal | 1 | 1 | - | - | [1, 1]
most-used | ordinal | 1 | 1 | - | - | [1, 1]
the largest | ordinal | 1 | 1 | - | - | [1, 1]
youngest | ordinal | 1 | 1 | - | - | [1, 1]
least used | ordinal | 1 | 1 | - | - | [1, 1]
aged 42 | age | 42 | 1 | year | - | [42, 43)
age 42 | age | 42 | 1 | year | - | [42, 43)
aged two | age | 2 | 1 | year | - | [2, 3)
42-year-old | age | 42 | 1 | year | - | [42, 43)
42-year-olds | age | 42 | 1 | year | - | [42, 43)
nine-month-old | age | 9 | 1 | month | - | [9, 10)
42 years old | age | 42 | 1 | year | - | [42, 43)
18 months old | age | 18 | 1 | month | - | [18, 19)
two and a half years old | age | 2.5 | 0.5 | year | - | [2.5, 3)
as young as two | age | 2 | 1 | year | as low as | [2, 3)
as old as 99 | age | 99 | 1 | year | as high as | [99, 100)
under-18s | age | 18 | 1 | year | under | (-inf, 18)
over-65s | age | 65 | 1 | year | at least | [65, inf)
nine months | duration | 9 | 1 | month | - | [8.5, 9.5]
nine-month | duration | 9 | 1 | month | - | [8.5, 9.5]
two-and-a-half years | duration | 2.5 | 0.5 | year | - | [2.375, 2.625]
half an hour | duration | 0.5 | 0.5 | hour | - | [0.475, 0.525]
an hour and a half | duration | 1.5 | 0.5 | hour | - | [1.425, 1.575]
a year and a half | duration | 1.5 | 0.5 | year | - | [1.425, 1.575]
30 seconds | duration | 30 | 1 | second | - | [29.5, 30.5]
90-minute | duration | 90 | 1 | minute | - | [89.5, 90.5]
three weeks | duration | 3 | 1 | week | - | [2.5, 3.5]
a quarter of an hour | duration | 0.25 | 0.25 | hour | - | [0.2375, 0.2625]
12 per 100,000 | rate | 12 | 1 | per 100,000 | - | [11.5, 12.5]
12 per 100,000 people | rate | 12 | 1 | per 100,000 | - | [11.5, 12.5]
12.5 per 1,000 | rate | 12.5 | 0.1 | per 1,000 | - | [12.45, 12.55]
12 deaths per 100,000 people | rate | 12 | 1 | per 100,000 | - | [11.5, 12.5]
12 per thousand people | rate | 12 | 1 | per 1,000 | - | [11.5, 12.5]
3.5 deaths per hundred thousand | rate | 3.5 | 0.1 | per 100,000 | - | [3.45, 3.55]
12 per household | rate | 12 | 1 | per household | - | [11.5, 12.5]
£30 a head | rate | 30 | 1 | £ per head | - | [29.5, 30.5]
£30 per head | rate | 30 | 1 | £ per head | - | [29.5, 30.5]
£30 per person | rate | 30 | 1 | £ per head | - | [29.5, 30.5]
£30 per capita | rate | 30 | 1 | £ per head | - | [29.5, 30.5]
£30 a night | rate | 30 | 1 | £ per night | - | [29.5, 30.5]
£12.50 an hour | rate | 12.5 | 0.01 | £ per hour | - | [12.495, 12.505]
3 per cent a year | rate | 0.03 | 0.01 | % per year | - | [0.025, 0.035]
3% per annum | rate | 0.03 | 0.01 | % per year | - | [0.025, 0.035]
5 to 7 per 1,000 | range | - | 1 | per 1,000 | - | [4.5, 7.5]
2.1 per woman | rate | 2.1 | 0.1 | per woman | - | [2.05, 2.15]
none | count | 0 | 1 | - | - | [0, 0]
nil | count | 0 | 1 | - | - | [0, 0]
no | count | 0 | 1 | - | - | [0, 0]
neither | count | 0 | 1 | - | - | [0, 0]
nobody | count | 0 | 1 | - | - | [0, 0]
both | count | 2 | 1 | - | - | [2, 2]
all | percent | 1 | 0.01 | % | - | [1, 1]
all 12 | count | 12 | 1 | - | - | [12, 12]
a couple | vague | - | 1 | - | - | [0, inf)
couple | vague | - | 1 | - | - | [0, inf)
a few | vague | - | 1 | - | - | [0, inf)
few | vague | - | 1 | - | - | [0, inf)
several | vague | - | 1 | - | - | [0, inf)
a handful | vague | - | 1 | - | - | [0, inf)
dozens | vague | - | 1 | - | - | [0, inf)
scores | vague | - | 1 | - | - | [0, inf)
hundreds | vague | - | 1 | - | - | [0, inf)
thousands | vague | - | 1 | - | - | [0, inf)
tens of thousands | vague | - | 1 | - | - | [0, inf)
hundreds of thousands | vague | - | 1 | - | - | [0, inf)
millions | vague | - | 1 | - | - | [0, inf)
several hundred | vague | - | 1 | - | - | [0, inf)
a few thousand | vague | - | 1 | - | - | [0, inf)
a couple of dozen | vague | - | 1 | - | - | [0, inf)
most | vague | - | 1 | - | - | (0.5, 1]
a majority | vague | - | 1 | - | - | (0.5, 1]
the vast majority | vague | - | 1 | - | - | [0.75, 1]
a minority | vague | - | 1 | - | - | [0, 0.5)
many | vague | - | 1 | - | - | [0, inf)
about 1,600 | count | 1600 | 1 | - | about | [1500, 1700]
around 33% | percent | 0.33 | 0.01 | % | about | [0.32, 0.34]
roughly half | fraction | 0.5 | 0.5 | - | about | [0.45, 0.55]
approximately 12 | count | 12 | 1 | - | about | [11, 13]
approx. 12 | count | 12 | 1 | - | about | [11, 13]
some 1,600 | count | 1600 | 1 | - | about | [1500, 1700]
circa 1,600 | count | 1600 | 1 | - | about | [1500, 1700]
c. 1,600 | count | 1600 | 1 | - | about | [1500, 1700]
~40 | count | 40 | 1 | - | about | [36, 44]
~ 40 | count | 40 | 1 | - | about | [36, 44]
1,600 or so | count | 1600 | 1 | - | about | [1500, 1700]
about £3bn | money | 3000000000 | 1000000000 | £ | about | [2500000000, 3500000000]
an estimated 1.6 million | count | 1600000 | 100000 | - | about | [1500000, 1700000]
in the region of 1,600 | count | 1600 | 1 | - | about | [1500, 1700]
30-odd | count | 30 | 1 | - | about | [27, 33]
nearly a fifth | fraction | 0.2 | 0.2 | - | nearly | [0.18, 0.2)
nearly 2,000 | count | 2000 | 1 | - | nearly | [1800, 2000)
nearly nine | count | 9 | 1 | - | nearly | [8, 9)
almost half | fraction | 0.5 | 0.5 | - | nearly | [0.45, 0.5)
almost all | percent | 1 | 0.01 | % | nearly | [0.9, 1)
almost none | count | 0 | 1 | - | nearly | (0, inf)
close to 50% | percent | 0.5 | 0.01 | % | nearly | [0.45, 0.5)
approaching 2,000 | count | 2000 | 1 | - | nearly | [1800, 2000)
just short of 2,000 | count | 2000 | 1 | - | nearly | [1800, 2000)
not quite half | fraction | 0.5 | 0.5 | - | nearly | [0.45, 0.5)
just under 2,000 | count | 2000 | 1 | - | just under | [1800, 2000)
just under a third | fraction | 1/3 | 1/3 | - | just under | [0.3, 1/3)
slightly under 50% | percent | 0.5 | 0.01 | % | just under | [0.45, 0.5)
just over 2,000 | count | 2000 | 1 | - | just over | (2000, 2200]
just over a fifth | fraction | 0.2 | 0.2 | - | just over | (0.2, 0.22]
slightly more than 50% | percent | 0.5 | 0.01 | % | just over | (0.5, 0.55]
more than 1,600 | count | 1600 | 1 | - | more than | (1600, inf)
more than half | fraction | 0.5 | 0.5 | - | more than | (0.5, inf)
over 50% | percent | 0.5 | 0.01 | % | more than | (0.5, inf)
over £3bn | money | 3000000000 | 1000000000 | £ | more than | (3000000000, inf)
above 12 | count | 12 | 1 | - | more than | (12, inf)
exceeding 12 | count | 12 | 1 | - | more than | (12, inf)
upwards of 1,000 | count | 1000 | 1 | - | more than | (1000, inf)
>95% | percent | 0.95 | 0.01 | % | more than | (0.95, inf)
≥5 | count | 5 | 1 | - | at least | [5, inf)
at least 10 | count | 10 | 1 | - | at least | [10, inf)
at least one in ten | ratio | 0.1 | 0.1 | - | at least | [0.1, inf)
no fewer than 10 | count | 10 | 1 | - | at least | [10, inf)
10 or more | count | 10 | 1 | - | at least | [10, inf)
10 or over | count | 10 | 1 | - | at least | [10, inf)
10+ | count | 10 | 1 | - | at least | [10, inf)
12-plus | count | 12 | 1 | - | at least | [12, inf)
under 10 | count | 10 | 1 | - | under | (-inf, 10)
below 10% | percent | 0.1 | 0.01 | % | under | (-inf, 0.1)
less than half | fraction | 0.5 | 0.5 | - | under | (-inf, 0.5)
fewer than 10 | count | 10 | 1 | - | under | (-inf, 10)
<5% | percent | 0.05 | 0.01 | % | under | (-inf, 0.05)
< 5 | count | 5 | 1 | - | under | (-inf, 5)
≤5 | count | 5 | 1 | - | at most | (-inf, 5]
up to 12% | percent | 0.12 | 0.01 | % | up to | (-inf, 0.12]
up to 12 | count | 12 | 1 | - | up to | (-inf, 12]
as many as 12 | count | 12 | 1 | - | up to | (-inf, 12]
at most 12 | count | 12 | 1 | - | at most | (-inf, 12]
no more than 12 | count | 12 | 1 | - | at most | (-inf, 12]
10 or fewer | count | 10 | 1 | - | at most | (-inf, 10]
10 or less | count | 10 | 1 | - | at most | (-inf, 10]
as low as 5% | percent | 0.05 | 0.01 | % | as low as | [0.045, 0.055]
as high as £3 | money | 3 | 1 | £ | as high as | [2.5, 3.5]
exactly 12 | count | 12 | 1 | - | exactly | [12, 12]
precisely a third | fraction | 1/3 | 1/3 | - | exactly | [1/3, 1/3]
up 12% | percent | 0.12 | 0.01 | % | - | [0.115, 0.125]
down 9 per cent | percent | 0.09 | 0.01 | % | - | [0.085, 0.095]
up by 12% | percent | 0.12 | 0.01 | % | - | [0.115, 0.125]
fell by 40 | count | 40 | 1 | - | - | [40, 40]
rose 12% | percent | 0.12 | 0.01 | % | - | [0.115, 0.125]
rose by more than 12% | percent | 0.12 | 0.01 | % | more than | (0.12, inf)
up nearly a third | fraction | 1/3 | 1/3 | - | nearly | [0.3, 1/3)
12% more | percent | 0.12 | 0.01 | % | - | [0.115, 0.125]
12% higher | percent | 0.12 | 0.01 | % | - | [0.115, 0.125]
12 per cent lower | percent | 0.12 | 0.01 | % | - | [0.115, 0.125]
40 fewer | count | 40 | 1 | - | - | [40, 40]
40 more | count | 40 | 1 | - | - | [40, 40]
40 fewer than | count | 40 | 1 | - | - | [40, 40]
12% up | percent | 0.12 | 0.01 | % | - | [0.115, 0.125]
a 12% rise | percent | 0.12 | 0.01 | % | - | [0.115, 0.125]
a 9 per cent drop | percent | 0.09 | 0.01 | % | - | [0.085, 0.095]
a rise of 12% | percent | 0.12 | 0.01 | % | - | [0.115, 0.125]
an increase of about 40 | count | 40 | 1 | - | about | [36, 44]
fell by half | fraction | 0.5 | 0.5 | - | - | [0.475, 0.525]
up threefold | multiple | 3 | 1 | - | - | [2.85, 3.15]
more than 12% more | percent | 0.12 | 0.01 | % | more than | (0.12, inf)
just seven | count | 7 | 1 | - | - | [7, 7]
only 12 | count | 12 | 1 | - | - | [12, 12]
a total of 956 | count | 956 | 1 | - | - | [956, 956]
the nine months | duration | 9 | 1 | month | - | [8.5, 9.5]
a further 40 | count | 40 | 1 | - | - | [40, 40]
<5 | suppressed | - | 1 | - | - | [0, 4]
<10 | suppressed | - | 1 | - | - | [0, 9]
[c] | suppressed | - | 1 | - | - | [0, inf)
* | suppressed | - | 1 | - | - | [0, inf)
.. | suppressed | - | 1 | - | - | [0, inf)
- | suppressed | 0 | 1 | - | - | [0, 0]
– | suppressed | 0 | 1 | - | - | [0, 0]
[low] | suppressed | - | 1 | - | - | [0, 0.5]
half as many as | multiple | 0.5 | 0.5 | - | - | [0.475, 0.525]
a third as likely as | multiple | 1/3 | 1/3 | - | - | [19/60, 0.35]
one-in-ten | ratio | 0.1 | 0.1 | - | - | [2/21, 2/19]
1½ million | count | 1500000 | 500000 | - | - | [1425000, 1575000]
more than doubled | multiple | 2 | 1 | - | more than | (2, inf)
nearly tripled | multiple | 3 | 1 | - | nearly | [2.5, 3)
almost twice as many | multiple | 2 | 1 | - | nearly | [1.5, 2)
between 3 and 4 million | range | - | 1000000 | - | - | [2500000, 4500000]
between £3bn and £4bn | range | - | 1000000000 | £ | - | [2500000000, 4500000000]
twenty-three per cent | percent | 0.23 | 0.01 | % | - | [0.225, 0.235]
two-to-three per cent | range | - | 0.01 | % | - | [0.015, 0.035]
a half million | count | 500000 | 500000 | - | - | [475000, 525000]
one and a half million | count | 1500000 | 500000 | - | - | [1425000, 1575000]
1,000,000,000 | count | 1000000000 | 1 | - | - | [1000000000, 1000000000]
12.5m | count | 12500000 | 100000 | - | - | [12450000, 12550000]
1.6 thousand | count | 1600 | 100 | - | - | [1550, 1650]
5 hundred | count | 500 | 100 | - | - | [450, 550]
a hundred thousand | count | 100000 | 1 | - | - | [100000, 100000]
two hundred million | count | 200000000 | 1000000 | - | - | [199500000, 200500000]
six hundred thousand | count | 600000 | 1 | - | - | [600000, 600000]
one billion | count | 1000000000 | 1000000000 | - | - | [500000000, 1500000000]
1/4 mile | measure | 0.25 | 0.25 | mile | - | [0.2375, 0.2625]
3/4 of a mile | measure | 0.75 | 0.25 | mile | - | [0.7125, 0.7875]
two in every three | ratio | 2/3 | 1/3 | - | - | [0.6, 11/15]
nine-in-10 | ratio | 0.9 | 0.1 | - | - | [0.85, 0.95]
10 times as many | multiple | 10 | 1 | - | - | [9.5, 10.5]
10 out of 10 | ratio | 1 | 0.1 | - | - | [0.95, 1.05]
11 out of 10 | ratio | 1.1 | 0.1 | - | - | [1.05, 1.15]
2017 | count | 2017 | 1 | - | - | [2017, 2017]
three times more likely than | multiple | 3 | 1 | - | - | [2.85, 3.15]
12 per 100 km | rate | 12 | 1 | per 100 km | - | [11.5, 12.5]
"""
"""Phrase, kind, value, quantum, unit, hedge, and the values outside which it is wrong."""

REFUSED = """
0 | per
5 | 32.6 per
14 | 32.6 per cent of
14 | 32.6 per cent cases
4 | 956 cases
12 | nearly nine people
6 | nearly
5 | about
9 | more than
2 | up
5 | up by
4 | rose
1 | a
2 | an
3 | the
0 | and
0 | cases
0 | Facebook
0 | a 12
7 | twelve and
12 | one hundred and
12 | one hundred and two hundred
12 | two hundred three hundred
12 | two million and three million
7 | twenty twelve
1 | 1,62
1 | 1,6281
1 | 1,,628
0 | 1.2.3
5 | 1,628,
5 | 1,628.
1 | 1..5
0 | 1.5.5
0 | 007
0 | 00.5
2 | 1 62
2 | 1 628
0 | - 5
0 | £
0 | £ per cent
4 | 5 £ 3
5 | 32.6%%
6 | 32.6% 19.8%
4 | 312 of 956
4 | 312 of the 956
3 | 12 and 13
6 | three or four
2 | 10-
0 | to 12
3 | 10 to
3 | 10 to ten
0 | 12-10
0 | 5-4
0 | between 10
0 | between 10 and
0 | between 12 and 10
0 | from 5 to 7 per cent
2 | 1 in
2 | 1 in 0
4 | one in
1 | 1/0
0 | 3/4/17
0 | 3 April 2017
0 | April 3
0 | 2017-04-03
0 | 10.30am
0 | 10:30:15
0 | COVID-19
0 | M25
0 | H1N1
0 | Article 50
0 | page 7
0 | http://example.org/12
0 | 2017-18
6 | third party
6 | second-hand
6 | first half
5 | zero tolerance
6 | up to about 40
6 | about nearly 12
3 | up down 12
13 | more than 12 or more
13 | five hundred thousandths
6 | 10 kg km
11 | £5 million dollars
3 | 12 per
3 | 12 per 0
4 | £30 a
6 | twice thrice
3 | two-
5 | half half
1 | ½½
2 | 1½½
0 | ١٢
0 | １２
2 | 12²
1 | 5G
3 | 10 x 20
3 | 12 (13)
0 | "956"
0 | [z]
0 | c
0 | joint,
5 | under-05s
"""
"""Where each phrase stops being a number, and the phrase."""

PROSE = """
On [3 April 2017|date] there were nearly [2,000|count 2000 nearly] cases.
Facebook is the most used site by online groomers, according to research by the NSPCC.
Apps were used in [52 per cent|percent 0.52] of cases, and victims as young as [two|age 2 as low as] were targeted.
In the [nine months|duration 9] since then, there were [1,628|count 1628] crimes.
A platform was named in [956|count 956] cases.
In Yorkshire and Humberside there were [142|count 142] crimes with the youngest victim recorded as just [seven|count 7].
Facebook was used in [a third|fraction 1/3] ([32.6 per cent|percent 0.326]) of cases.
Instagram and Whatsapp were used in nearly [a fifth|fraction 0.2 nearly] ([19.8 per cent|percent 0.198]) of cases.
The [second most-used|ordinal 2] app was Snapchat.
We have zero tolerance for this, said the head of safety.
[32.6 per cent|percent 0.326] of [956|count 956] cases.
[312|count 312] of [956|count 956] cases; [312|count 312] of the [956|count 956] cases.
[One in 10|ratio 0.1] women and [three out of five|ratio 0.6] men; about [4 in 10|ratio 0.4 about] women.
[COVID-19|code] and [Covid-19|code], the [G20|code], the [M25|code], [H1N1|code] and [5G|code].
Under [Article 50|code] and [Section 3|code], see [Figure 2|code] on [page 7|code], at [No. 10|code].
She lives at [10|code] Downing Street and runs [Windows 11|code].
Call [0800 1111|code] or [020 7946 0018|code], or from abroad [+44 20 7946 0018|code].
See [https://example.org/2017/04/03/page-12|code] for [12|count 12] cases.
Write to [news24@example.org|code] or call [999|code].
The court ruled by a [5-4|score] vote, and City had a [2-1|score] win.
They won [3 to 1|score]; the ratio of [3 to 1|ratio 3] held.
Wins outnumbered losses by [3 to 2|ratio 1.5].
See [doi:10.1000/182|code] and [ISBN: 978-3|code].
It cost [£5|money 5] plus VAT for those aged [65|age 65 at least] and over.
It was [9/11|code]; the shop is open [24/7|code].
Born on [2017-04-03|date], or [3/4/17|date ambiguous-date], or [April 3, 2017|date], or in [April 2017|date].
The [3rd of April|date] and [3-5 April|date]; the [third of May|date].
In the [1990s|year], the '[90s|year], in [2017|year 2017], in [2017-18|year] and [2017/18|year].
He is in his [30s|age].
Police recorded [1628|count 1628] crimes in [2017|year 2017].
In [April 2017|date] [12|count 12] people died; in April [12|count 12] people died.
It rose from [5|percent 0.05] to [7 per cent|percent 0.07].
It fell from [12|count 12] to [10|count 10].
Between [2015|year 2015] and [2018|year 2018] it [doubled|multiple 2].
[Between 10 and 12|range 10..12] people came, and [10-12|range 10..12] people left.
It ranged from [5 to 7 per cent|range 0.05..0.07].
People aged [16 to 24|range 16..24], and [16-24-year-olds|range 16..24].
A [42-year-old|age 42] man, aged [42|age 42], and a [nine-month-old|age 9] baby.
The under-[18s|age 18 under] play, the over-[65s|age 65 at least] watch.
It took [two-and-a-half years|duration 2.5], then [half an hour|duration 0.5].
Support rose [six|count 6 +] points in the match. At [38%|percent 0.38], it was up [six points|points 0.06 +].
Profits fell by [40|count 40 -] to [£3.2bn|money 3200000000].
Up [12%|percent 0.12 +] on [2016|year 2016], and [9 per cent|percent 0.09 -] lower than in [2015|year 2015].
The budget is [£3.2bn-£4bn|range 3200000000..4000000000], or [$US55m|money 55000000], or [30p|money 0.3].
It costs [£30 a head|rate 30], or [12 per 100,000|rate 12] people.
He was stopped [three|count 3] times; [three times|multiple 3] as many were not.
It is [three times|multiple 3 + ambiguous-wording] more likely.
Numbers [doubled|multiple 2], then [halved|multiple 0.5]; [twice|multiple 2] the number; a double murder.
A [threefold|multiple 3 +] rise, a [10-fold|multiple 10 +] rise, a [2.5x|multiple 2.5 +] rise.
[Tens of thousands|vague] of people and [dozens|vague] of cases.
[Most|vague] people, [the vast majority|vague] of cases and [several hundred|vague] homes.
Most used, [most|vague] of all the most; at most [12|count 12 at most].
No one died. One might say that this one is it.
[No|count 0] deaths were recorded, [none|count 0] of the [12|count 12], [all 12|count 12], [both|count 2] men.
No comment, no longer, no way; after all, at all, all right.
A second-hand car, a third party, the first half, at first, second thoughts.
A [third|ordinal 3] man; the [second|ordinal 2] man; [30 seconds|duration 30] later.
The [twenty-first century|date] and a [19th-century|date] house.
At [10.30am|time], [15:45|time], [3 p.m.|time] and [9 o'clock|time].
[1|code]. The rules of [12|count 12] clubs.
The version was [1.2.3|code], at [192.168.0.1|code].
[Half a million|count 500000] people, [a million and a half|count 1500000] cars, [1.6 million|count 1600000] homes.
[Two and a half million|count 2500000]; [2½ miles|measure 2.5]; [3/4 of a mile|measure 0.75].
[A dozen|count 12] eggs, [half a dozen|count 6] pans and [two dozen|count 24] cups.
[Twenty-three|count 23] men, [one hundred and five|count 105] women, [two point five|count 2.5] children.
[One hundred|count 100] and [two hundred|count 200] people.
It was [-3.2%|percent -0.032], [−£5m|money -5000000] and [minus 5|count -5].
More than [a third|fraction 1/3 more than], at least [one in ten|ratio 0.1 at least], up to [12%|percent 0.12 up to].
[10|count 10 at least] or more, [10|count 10 about] or so, [10|count 10 at most] or fewer, [10|count 10 about]-odd.
There were [1|count 1] [628|count 628] cases, and [1 628 000|count 1628000 +] more.
In [2017|year 2017] [300|count 300] people died.
A [50-50|ratio 1] split, a [2:1|ratio 2] lead, a [60-40|ratio 1.5] share.
[12|count 12] boxes of [24|count 24] bottles.
It paid [1%|percent 0.01] of [$21.1bn|money 21100000000], [$211m|money 211000000].
The [28|count 28] students scored [5.18|count 5.18] on average.
[316|count 316] wins and [640|count 640] losses made up the [956|count 956] matches.
Women made up [52%|percent 0.52], and took up [12|count 12] of the seats.
A half-hearted half-time half marathon; [half past nine|time], or [nine o'clock|time].
[Half|fraction 0.5] of them, [half|fraction 0.5] the men.
[Two-thirds|fraction 2/3] of women, [3/4|fraction 0.75] of all.
About [2017|year 2017], at about [3pm|time].
The score was [2-2|score].
In [1945|year 1945], [1,945|count 1945] people.
From [$5|money 5] to [$6|money 6]; [5 km|measure 5], [5kg|measure 5], [60mph|measure 60].
Nearly [all|percent 1 nearly] of them, almost [none|count 0 nearly] of us.
There were [40|count 40 -] fewer, a [12%|percent 0.12 +] rise and an increase of about [40|count 40 about +].
He came [joint third|ordinal 3 joint], then the [fifth-largest|ordinal 5], then [21st|ordinal 21].
The footnote[[3|code]] and the note ([2|count 2]) of [12|count 12] people.
[4x4|code] cars, [3D|code] films and [A4|code] paper.
[One|count 1] man in [ten|count 10] and [one|count 1] of the [12|count 12].
Just under [50%|percent 0.5 just under], just over [half|fraction 0.5 just over].
It was as high as [5%|percent 0.05 as high as].
He was shot [four|count 4] times on Friday [3 March|date].
The rate was [3 per cent a year|rate 0.03], or [£12.50 an hour|rate 12.5].
Sales of [£1,101|money 1101] at [12|count 12] shops ([8.3%|percent 0.083]), against [11|count 11].
In the [12 months|duration 12] to [April 2017|date], [45 per cent|percent 0.45 +] more.
It is [3 April|date]. [12|count 12] people came.
The [F-16|code] and the [A-12|code].
Top-[10|count 10] lists, a mid-[2010|year 2010] rise, a [5|count 5]-a-side game and a [12|count 12]-strong team.
An hour and a man, a year and a day.
The tag #[5|code], x=[3|code] and mail@[4|code].
They saw [10|count 10] Very Long Names.
It was [2017|year 2017]-[3|count 3] then.
It was [1628.5|count 1628.5], in [1628|count 1628] cases, and in [2017|year 2017] cases rose.
It ran [1 628.5 km|measure 1628.5] at half past.
On [13/13/17|code] and [4/13/17|date].
The under-[05s|code] paid [5|count 5] – [7|count 7] people came.
There were [312|count 312] in [956|count 956] cases, [12|count 12] in [2000|year 2000] people, [two|count 2] in [five years|duration 5].
Rates of [12 per 100 km|rate 12] and [5 - 7 km|range 5..7].
He met [one|count 1] of them, no one else; someone's [one|count 1], one's own.
Joint, tied and equal; the [joint-second|ordinal 2 joint] place.
The years from [2015|year 2015] to [2018|year 2018]; [2015-2018|year] too; [1995|year 1995]-[99%|percent 0.99] of them.
"""
"""Sentences with every numeral in brackets, and after a bar what it is: kind, value, hedge, direction, flags."""


def rows(table: str, columns: int) -> list[tuple[str, ...]]:
    """The lines of a table, each in so many pieces; the last column may hold bars."""
    return [tuple(piece.strip() for piece in line.split(" | ", columns - 1)) for line in table.strip("\n").split("\n")]


def fraction(words: str) -> Fraction | None:
    return None if words in ("-", "") else Fraction(words)


def interval(words: str) -> Interval:
    low, high = words[1:-1].split(", ")
    return Interval(
        None if low == "-inf" else Fraction(low),
        None if high == "inf" else Fraction(high),
        words.startswith("("),
        words.endswith(")"),
    )


@pytest.mark.parametrize("row", rows(PHRASES, 7), ids=lambda row: row[0])
def test_a_phrase_reads_as_it_is_meant(row: tuple[str, ...]) -> None:
    phrase, kind, value, quantum, unit, hedge, hard = row
    numeral = read(phrase)
    assert numeral.kind == kind
    assert numeral.value == fraction(value)
    assert numeral.quantum == fraction(quantum)
    assert numeral.unit == ("" if unit == "-" else unit)
    assert (None if numeral.hedge is None else numeral.hedge.sense.value) == (None if hedge == "-" else hedge)
    assert numeral.meaning().hard == interval(hard)
    assert numeral.phrase == phrase
    assert phrase[numeral.start : numeral.end] == numeral.surface != ""


@pytest.mark.parametrize("row", rows(PHRASES, 7), ids=lambda row: row[0])
def test_white_space_around_a_phrase_is_nothing(row: tuple[str, ...]) -> None:
    plain, spaced = read(row[0]), read(f"  {row[0]}\n")
    assert (spaced.kind, spaced.value, spaced.meaning()) == (plain.kind, plain.value, plain.meaning())
    assert spaced.start == plain.start + 2


@pytest.mark.parametrize(("position", "phrase"), rows(REFUSED, 2))
def test_what_is_not_one_number_is_refused_where_it_stops_being_one(position: str, phrase: str) -> None:
    with pytest.raises(NumeralError, match="; expected ") as refusal:
        read(phrase)
    assert refusal.value.position == int(position)
    assert refusal.value.phrase == phrase
    assert refusal.value.expected


@pytest.mark.parametrize(
    ("phrase", "message"),
    [
        ("32.6 per", "read '32.6', then 'per' is left over; expected a number such as 1,628, 32.6%, nearly a fifth"),
        ("956 cases", "read '956', then 'cases' is left over; expected a number"),
        ("nearly", "read 'nearly', then the number is missing; expected a number"),
        ("", "there is nothing to read; expected a number"),
        (" \n ", "there is nothing to read; expected a number"),
        ("cases", "'cases' is no number; expected a number"),
        ("3 April 2017", "'3 April 2017' is a date, which counts nothing; expected a number"),
        ("COVID-19", "'COVID-19' is a code, which counts nothing; expected a number"),
        ("up to about 40", "read 'up to', then 'about' is a second hedge; expected one hedge, as in nearly a fifth"),
        ("a 12", "'a' does not go with '12'; expected the number without it, or a change such as a 12% rise"),
        ("9" * 1001, "a number of 1,001 digits is too long to be meant; expected at most 1,000 digits"),
        ("x" * 99, f"'{'x' * 60}…' is no number; expected a number"),
        ("12\n\n13", "read '12', then '13' is left over; expected a number"),
        ("12\t13", "read '12', then '13' is left over; expected a number"),
    ],
)
def test_a_refusal_says_what_was_read_and_what_was_expected(phrase: str, message: str) -> None:
    with pytest.raises(NumeralError) as refusal:
        read(phrase)
    assert str(refusal.value).startswith(message)


def test_numbers_of_a_thousand_digits_are_read() -> None:
    assert read("9" * 1000).value == 10**1000 - 1
    assert read("0." + "0" * 998 + "1").value == Fraction(1, 10**999)
    assert read(",".join(["999"] * 333)).value == 10**999 - 1


def test_a_number_too_long_to_be_meant_is_a_code() -> None:
    assert [numeral.kind for numeral in find(f"It was {'9' * 1001}, or 9.")] == [Kind.CODE, Kind.COUNT]


def marked(sentence: str) -> tuple[str, list[tuple[int, str, str]]]:
    """The sentence without its marks; and where each numeral starts, its words, and what it is."""
    text, found = "", []
    for piece in re.split(r"(\[[^\[|\]]+\|[^\]]+\])", sentence):
        if piece.startswith("[") and "|" in piece:
            words, _, meant = piece[1:-1].partition("|")
            found.append((len(text), words, meant))
            text += words
        else:
            text += piece
    return text, found


def told(numeral: Numeral) -> str:
    """What a numeral is, in the words of the table."""
    value = "" if numeral.value is None else str(numeral.value)
    if numeral.ends is not None:
        value = "..".join(str(end.value) for end in numeral.ends)
    hedge = "" if numeral.hedge is None else numeral.hedge.sense.value
    direction = {1: "+", -1: "-", 0: ""}[numeral.direction]
    return " ".join(filter(None, [numeral.kind.value, value, hedge, direction, *numeral.flags]))


def exact(meant: str) -> str:
    """The same words with every decimal as a fraction."""
    return re.sub(r"-?[0-9]+\.[0-9]+", lambda match: str(Fraction(match[0])), meant)


@pytest.mark.parametrize("sentence", PROSE.strip().split("\n"))
def test_every_numeral_of_a_sentence_is_found_in_its_place(sentence: str) -> None:
    text, expected = marked(sentence)
    found = [(numeral.start, numeral.surface, told(numeral)) for numeral in find(text)]
    assert found == [(start, words, exact(meant)) for start, words, meant in expected]


APART = frozenset({Kind.DATE, Kind.TIME, Kind.YEAR, Kind.SCORE, Kind.CODE})


@pytest.mark.parametrize("sentence", PROSE.strip().split("\n"))
def test_what_is_found_reads_the_same_by_itself(sentence: str) -> None:
    for numeral in find(marked(sentence)[0]):
        context = numeral.unit in ("%", "year") or numeral.direction
        if numeral.kind not in APART and not context:
            alone = read(numeral.phrase)
            assert (alone.kind, alone.value, alone.unit) == (numeral.kind, numeral.value, numeral.unit)
            assert alone.meaning() == numeral.meaning()


@given(st.lists(st.sampled_from(PROSE.strip().split("\n")), min_size=2, max_size=4), st.sampled_from(["\n\n", "\t"]))
def test_paragraphs_are_read_one_by_one(sentences: list[str], gap: str) -> None:
    texts = [marked(sentence)[0] for sentence in sentences if "[1|code]" not in sentence]
    together = [told(numeral) for numeral in find(gap.join(texts))]
    assert together == [told(numeral) for text in texts for numeral in find(text)]


# What the words say beside the value


@pytest.mark.parametrize(
    ("phrase", "direction"),
    [
        ("12%", 0),
        ("up 12%", 1),
        ("up by 12%", 1),
        ("rose 12%", 1),
        ("rose by nearly 12%", 1),
        ("nearly 12% more", 1),
        ("12% higher", 1),
        ("a 12% rise", 1),
        ("an increase of 12%", 1),
        ("40 more than", 1),
        ("three times more", 1),
        ("down 9 per cent", -1),
        ("fell by 40", -1),
        ("40 fewer", -1),
        ("9 per cent lower", -1),
        ("three times less", -1),
        ("a 9 per cent drop", -1),
        ("a fall of 9 per cent", -1),
        ("doubled", 0),
    ],
)
def test_words_of_direction_are_told(phrase: str, direction: int) -> None:
    assert read(phrase).direction == direction


@pytest.mark.parametrize(
    ("phrase", "flags"),
    [
        ("three times more", ("ambiguous-wording",)),
        ("3 times higher than", ("ambiguous-wording",)),
        ("three times as many", ()),
        ("joint second", ("joint",)),
        ("joint third lowest", ("joint", "lowest")),
        ("third lowest", ("lowest",)),
        ("youngest", ("lowest",)),
        ("largest", ()),
        ("11 out of 10", ("impossible",)),
        ("5 in 4", ("impossible",)),
        ("10 out of 10", ()),
    ],
)
def test_doubtful_words_are_flagged(phrase: str, flags: tuple[str, ...]) -> None:
    assert read(phrase).flags == flags


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        ("3/4/17", ("ambiguous-date",)),
        ("13/4/17", ()),
        ("4/4/17", ()),
        ("3.4.2017", ("ambiguous-date",)),
        ("30 February 2017", ("impossible",)),
        ("31 April", ("impossible",)),
        ("29 February", ()),
    ],
)
def test_doubtful_dates_are_flagged(text: str, flags: tuple[str, ...]) -> None:
    (date,) = find(f"It was {text} then.")
    assert (date.kind, date.surface, date.flags) == (Kind.DATE, text, flags)


@pytest.mark.parametrize(
    ("phrase", "form", "scale", "place"),
    [
        ("956", Form.DIGITS, 1, 1),
        ("2,000", Form.DIGITS, 1, 1000),
        ("1,650", Form.DIGITS, 1, 50),
        ("35%", Form.DIGITS, Fraction(1, 100), Fraction(5, 100)),
        ("32.60%", Form.DIGITS, Fraction(1, 100), Fraction(1, 1000)),
        ("five thousand", Form.WORDS, 1000, 1000),
        ("1.6 million", Form.SCALED, 10**6, 10**5),
        ("£3.2bn", Form.SCALED, 10**9, 10**8),
        ("five million", Form.SCALED, 10**6, 10**6),
        ("a million", Form.ROUND, 10**6, 10**6),
        ("half a million", Form.ROUND, 10**6, 10**5),
        ("2½", Form.ROUND, 1, Fraction(1, 2)),
        ("30p", Form.DIGITS, Fraction(1, 100), Fraction(1, 10)),
        ("25 basis points", Form.DIGITS, Fraction(1, 10000), Fraction(5, 10000)),
        ("one in ten", Form.IN, 1, Fraction(1, 10)),
        ("3 to 1", Form.TO, 1, 1),
        ("none", Form.EXACT, 1, 1),
        ("all", Form.EXACT, Fraction(1, 100), 1),
        ("halved", Form.ROUND, 1, Fraction(1, 10)),
    ],
)
def test_how_a_number_is_written(phrase: str, form: Form, scale: Fraction, place: Fraction) -> None:
    numeral = read(phrase)
    assert (numeral.form, numeral.scale, numeral.place) == (form, scale, place)


@pytest.mark.parametrize(
    ("phrase", "terms"),
    [
        ("one in 10", (1, 10)),
        ("three out of five", (3, 5)),
        ("2:1", (2, 1)),
        ("50-50", (50, 50)),
        ("1.5 to 1", (1.5, 1)),
    ],
)
def test_ratios_keep_their_terms(phrase: str, terms: tuple[Fraction, Fraction]) -> None:
    assert read(phrase).terms == terms


@pytest.mark.parametrize(
    ("phrase", "low", "high", "kind"),
    [
        ("10-12", "10", "12", Kind.COUNT),
        ("between 5 and 7 per cent", "5", "7 per cent", Kind.PERCENT),
        ("£10-12m", "£10", "12m", Kind.MONEY),
        ("16-24-year-olds", "16", "24-year-olds", Kind.AGE),
    ],
)
def test_a_range_keeps_both_ends(phrase: str, low: str, high: str, kind: Kind) -> None:
    numeral = read(phrase)
    assert numeral.value is None
    assert numeral.ends is not None
    assert [end.surface for end in numeral.ends] == [low, high]
    assert {end.kind for end in numeral.ends} == {kind}
    assert [phrase[end.start : end.end] for end in numeral.ends] == [low, high]


@pytest.mark.parametrize(
    ("phrase", "per"), [("12 per 100,000", 100_000), ("£30 a head", 1), ("5 per 1,000 people", 1000)]
)
def test_a_rate_keeps_its_denominator(phrase: str, per: int) -> None:
    assert read(phrase).per == per


@pytest.mark.parametrize(
    ("phrase", "soft"),
    [
        ("a couple", "[2, 3]"),
        ("a few", "[3, 5]"),
        ("several", "[3, 9]"),
        ("a handful", "[3, 6]"),
        ("dozens", "[24, inf)"),
        ("hundreds", "[200, inf)"),
        ("tens of thousands", "[20000, inf)"),
        ("several hundred", "[300, 1000)"),
        ("most", "[11/20, 1]"),
        ("many", "[0, inf)"),
    ],
)
def test_vague_words_mislead_outside_their_band(phrase: str, soft: str) -> None:
    assert read(phrase).meaning().soft == interval(soft)


def test_a_hedge_knows_its_place() -> None:
    (numeral,) = find("It took nearly nine months.")
    assert numeral.hedge is not None
    assert (numeral.hedge.surface, numeral.hedge.start, numeral.hedge.end) == ("nearly", 8, 14)
    assert (numeral.surface, numeral.start, numeral.phrase) == ("nine months", 15, "nearly nine months")
    after = read("10 or more").hedge
    assert after is not None
    assert (after.surface, after.start, after.sense) == ("or more", 3, Sense.AT_LEAST)


def test_points_are_of_percentages_only_after_one() -> None:
    assert [numeral.kind for numeral in find("They won by six points.")] == [Kind.COUNT]
    assert [numeral.kind for numeral in find("From 32% up six points.")] == [Kind.PERCENT, Kind.POINTS]
    assert [numeral.kind for numeral in find("It was 32%.\n\nThey won by six points.")] == [Kind.PERCENT, Kind.COUNT]


# Printing a number and reading it back


def in_words(number: int) -> str:
    """A number below 10^15 in English words, as in "two million three hundred thousand and five"."""
    if number < 20:
        return (
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
            " seventeen eighteen nineteen"
        ).split()[number]
    if number < 100:
        tens, rest = divmod(number, 10)
        word = "twenty thirty forty fifty sixty seventy eighty ninety".split()[tens - 2]
        return f"{word}-{in_words(rest)}" if rest else word
    for scale, word in (
        (10**12, "trillion"),
        (10**9, "billion"),
        (10**6, "million"),
        (1000, "thousand"),
        (100, "hundred"),
    ):
        above, rest = divmod(number, scale)
        if above:
            link = " and " if rest < 100 else " "
            return f"{in_words(above)} {word}" + (f"{link}{in_words(rest)}" if rest else "")
    raise AssertionError


counts = st.integers(0, 10**6) | st.integers(0, 10**15 - 1)


@given(counts)
def test_digits_with_any_separators_read_as_the_number(number: int) -> None:
    for written in (
        str(number),
        f"{number:,}",
        f"{number:,}".replace(",", "\u00a0"),
        f"{number:,}".replace(",", "\u202f"),
    ):
        numeral = read(written)
        assert (numeral.value, numeral.quantum, numeral.surface) == (number, 1, written)


@given(counts)
def test_words_read_as_the_number(number: int) -> None:
    written = in_words(number)
    assert read(written).value == number
    assert read(written.replace("-", " ")).value == number
    assert read(written.upper()).value == number


@given(st.integers(10**6, 10**15 - 1))
def test_scaled_words_are_precise_to_their_last_scale(number: int) -> None:
    numeral = read(in_words(number))
    last = in_words(number).split()[-1]
    quantum = {"million": 10**6, "billion": 10**9, "trillion": 10**12, "thousand": 1000}.get(last, 1)
    assert numeral.quantum == quantum
    assert number in numeral.meaning().hard


@given(st.integers(-(10**9), 10**9), st.integers(1, 6))
def test_decimals_keep_their_zeros(units: int, places: int) -> None:
    written = f"{'-' if units < 0 else ''}{abs(units) // 10**places:,}.{abs(units) % 10**places:0{places}d}"
    for unit, scale, kind in (
        ("", 1, Kind.COUNT),
        ("%", 100, Kind.PERCENT),
        (" pp", 100, Kind.POINTS),
        (" km", 1, Kind.MEASURE),
    ):
        numeral = read(written + unit)
        assert numeral.value == Fraction(units, 10**places) / scale
        assert numeral.quantum == Fraction(1, 10**places) / scale
        assert numeral.kind is kind


@given(st.integers(0, 10**7), st.integers(0, 3), st.sampled_from(["%", " per cent", "p", "bn", " million", " km", ""]))
def test_what_a_numeral_writes_reads_back(units: int, places: int, unit: str) -> None:
    pattern = read("5" + ("." + "0" * places if places else "") + unit)
    value = units * pattern.quantum
    written = read(pattern.like(value))
    assert (written.value, written.quantum, written.unit) == (value, pattern.quantum, pattern.unit)
    assert value in written.meaning().hard


@given(st.integers(1, 19), st.integers(2, 20))
def test_fractions_in_digits_and_words_agree(above: int, below: int) -> None:
    assume(above < below and Fraction(above, below).denominator == below)
    names = (
        "half third quarter fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth"
        " sixteenth seventeenth eighteenth nineteenth twentieth"
    ).split()
    name = names[below - 2] + ("s" if above > 1 else "")
    in_digits, spelled = read(f"{above}/{below}"), read(f"{in_words(above)}-{name}")
    assert in_digits.value == spelled.value == Fraction(above, below)
    assert in_digits.meaning() == spelled.meaning()


@given(st.integers(1, 9999))
def test_ordinals_in_digits_read_as_the_number(number: int) -> None:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    assert (read(f"{number}{ending}").value, read(f"{number}{ending}").kind) == (number, Kind.ORDINAL)


@given(st.integers(1, 30), st.integers(2, 40))
def test_so_many_in_so_many_reads_alike_in_every_manner(part: int, whole: int) -> None:
    assume(part < whole)
    told = {read(words).value for words in (f"{part} out of {whole}", f"{in_words(part)} in every {in_words(whole)}")}
    assert told == {Fraction(part, whole)}


# Whatever the text

WORDS = (
    "1 12 956 1,628 32.6 2017 04 007 1.2.3 ½ - – — + ± £ $ US$ € % per cent percentage points one two twenty hundred"
    " thousand million dozen half third thirds quarter a an and of the in out every to from between point nearly about"
    " more than less at least up down by rose fell times fold twice double second first most used joint aged year old"
    " years months km m k bn p x / : . , ; ( ) [ ] ' ’ s s' COVID April May Article No page am pm o clock http all none"
    " no both few several dozens thousands many majority | \n \n\n \t @ # & … é 日本 ² ٣"
).split(" ")
texts = st.lists(st.sampled_from(WORDS) | st.text(max_size=2), max_size=14).flatmap(
    lambda pieces: st.lists(
        st.sampled_from(["", " ", " ", "-", "\u00a0"]), min_size=len(pieces), max_size=len(pieces)
    ).map(lambda gaps: "".join(piece + gap for piece, gap in zip(pieces, gaps, strict=True)))
)


@given(texts)
def test_numerals_stand_in_order_and_apart(text: str) -> None:
    found = list(find(text))
    assert all(text[numeral.start : numeral.end] == numeral.surface != "" for numeral in found)
    assert all(first.end <= second.start for first, second in pairwise(found))
    for numeral in found:
        if numeral.hedge is not None:
            assert text[numeral.hedge.start : numeral.hedge.end] == numeral.hedge.surface
        if numeral.kind not in APART:
            assert numeral.meaning().hard.contains(numeral.meaning().soft)


@given(texts)
def test_any_phrase_reads_or_is_refused_with_a_place(text: str) -> None:
    numeral = refusal = None
    try:
        numeral = read(text)
    except NumeralError as error:
        refusal = error
    assert refusal is None or 0 <= refusal.position <= len(text)
    assert numeral is None or text[numeral.start : numeral.end] == numeral.surface
    assert numeral is None or numeral.meaning().hard.contains(numeral.meaning().soft)


@given(texts)
def test_reading_does_not_depend_on_what_was_read_before(text: str) -> None:
    assert list(find(text)) == list(find(text))


HOSTILE = {
    "separated": "1," * 2000,
    "grouped": "123," * 1000 + "1234",
    "articles": "a " * 2000,
    "conjunctions": "one hundred and " * 500,
    "hyphens": "twenty-" * 1000,
    "ranges": "10-" * 1000,
    "ranges in words": "10 to " * 1000,
    "scales": "one " + "million " * 1000,
    "millions": "one million " * 1000,
    "decimals": "two point " + "five " * 2000,
    "halves": "half a " * 1000,
    "shares": "one in " * 1000,
    "directions": "up by " * 1000,
    "hedges": "about nearly " * 500,
    "neutral": "just the " * 1000,
    "spaced": "1 " + "234 " * 2000,
    "hard spaces": "1\u00a0" + "234\u00a0" * 2000,
    "slashes": "1/" * 2000,
    "colons": "1:" * 2000,
    "telephones": "0800 " * 1000,
    "letters and digits": "x1" * 2000,
    "vulgar": "½" * 2000,
    "minuses": "-" * 2000,
    "currencies": "US$" * 1000,
    "streets": "10 Downing " * 500,
    "dates": "3 April " * 1000,
    "times": "3 times " * 1000,
    "ordinals": "twenty second " * 500,
    "brackets": "(" * 2000,
    "vague": "several " + "hundred " * 1000,
}


MOST_LOOKS = 200
MOST_GROWTH = 5  # of the work on a line four times as long


class Counting(Sequence[Token]):
    """Tokens that count how often they are looked at."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens, self.looks = tokens, 0

    def __len__(self) -> int:
        return len(self.tokens)

    @overload
    def __getitem__(self, index: int) -> Token: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Token]: ...
    def __getitem__(self, index: int | slice) -> Token | Sequence[Token]:
        found = self.tokens[index]
        self.looks += len(found) if isinstance(index, slice) else 1
        return found


@pytest.mark.no_cover
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_reading_looks_at_each_token_no_more_than_so_often(text: str) -> None:
    language = load("en")
    tokens = Counting(tokens_of(text, language.numbers.marks))
    list(numerals_of(Source(text, tokens, language, prose=True, after_percent=False)))
    assert tokens.looks <= MOST_LOOKS * len(tokens)


def find_all(line: str) -> None:
    """Read whatever numerals the line has."""
    assert all(numeral.surface for numeral in find(line))


def refuse(line: str) -> None:
    """Read the line and a word after it as one number, which it is not."""
    with pytest.raises(NumeralError):
        read(f"{line} apples")


@pytest.mark.parametrize("name", ["separated", "articles", "conjunctions", "spaced", "decimals"])
@pytest.mark.parametrize("work", [find_all, refuse])
def test_work_grows_in_step_with_the_line(name: str, work: Callable[[str], None]) -> None:
    line = HOSTILE[name] * (2_400 // len(HOSTILE[name]) + 1)
    short, long = (calls(partial(work, line[:length])) for length in (600, 2_400))
    assert long <= MOST_GROWTH * short


def test_words_that_begin_no_number_are_passed_over() -> None:
    text = "The owner of the bakery, whose windows look onto the square, would not say where or by whom. " * 50
    language = load("en")
    tokens = Counting(tokens_of(text, language.numbers.marks))
    assert list(numerals_of(Source(text, tokens, language, prose=True, after_percent=False))) == []
    assert tokens.looks <= 3 * len(tokens)


@pytest.mark.parametrize("language", available())
def test_a_very_long_paragraph_is_read_in_stretches(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text = " ".join(sentence.text for sentence in sentences(language))
    whole, sizes = list(find(text, language)), list[int]()

    def counted(*args: Any) -> tuple[Token, ...]:
        tokens = tokens_of(*args)
        sizes.append(len(tokens))
        return tokens

    monkeypatch.setattr("factcheck.text.prose.tokens_of", counted)
    monkeypatch.setattr("factcheck.text.prose.LONGEST", 1_000)
    monkeypatch.setattr("factcheck.text.prose.MARGIN", 150)
    assert list(find(text, language)) == whole
    assert max(sizes) <= 1_000 + 2 * 150
    assert len(sizes) >= len(text) // 1_000


def test_a_line_without_white_space_is_read_in_stretches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.text.prose.LONGEST", 1_000)
    monkeypatch.setattr("factcheck.text.prose.MARGIN", 150)
    line = "1;" * 3_000
    assert [(numeral.start, numeral.value) for numeral in find(line)] == [(at, 1) for at in range(0, 6_000, 2)]


# Languages


def test_an_unknown_language_is_told_with_those_that_exist() -> None:
    for reader in (read, find):
        with pytest.raises(ValueError, match="no language 'tlh'; there is de, en"):
            reader("956", "tlh")
    assert available() == ("de", "en")


def test_a_pack_without_a_language_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.text.language.import_module", lambda name: SimpleNamespace(LANGUAGE=name))
    monkeypatch.setattr("factcheck.text.language.available", lambda: ("xx",))
    with pytest.raises(TypeError, match="no Language"):
        load.__wrapped__("xx")


@pytest.mark.parametrize("name", ["", "EN", "../en", "en_units", "os", "phrases"])
def test_only_packs_are_languages(name: str) -> None:
    with pytest.raises(ValueError, match="no language"):
        load(name)


def test_importing_compiles_no_pattern_and_loads_nothing_heavy() -> None:
    script = (
        "import dataclasses, fractions, importlib, pkgutil, re, sys, typing, unicodedata\n"
        "compiled = []\n"
        "original = re.compile\n"
        "re.compile = lambda *args, **kinds: compiled.append(args) or original(*args, **kinds)\n"
        "before = set(sys.modules)\n"
        "import factcheck.text\n"
        "print(compiled, sorted(name for name in set(sys.modules) - before if name.startswith('factcheck.text.en')))\n"
        "print(sorted({'pydantic', 'yaml', 'rich', 'typer', 'hypothesis'} & set(sys.modules)))\n"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.splitlines() == ["[] []", "[]"]
