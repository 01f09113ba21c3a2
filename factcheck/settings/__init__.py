"""How articles are checked and what is told of them: settings from a file, the environment and the command line."""

from factcheck.settings.checking import convention, defaults, options, with_policies
from factcheck.settings.file import SettingsError, configuration, nearest
from factcheck.settings.layers import Chosen, Layer, MistakesError, layer
from factcheck.settings.model import NAMES, Settings
from factcheck.settings.schema import schema
from factcheck.settings.told import told
from factcheck.settings.variables import environment
from factcheck.settings.weighing import weighed

__all__ = [
    "NAMES",
    "Chosen",
    "Layer",
    "MistakesError",
    "Settings",
    "SettingsError",
    "configuration",
    "convention",
    "defaults",
    "environment",
    "layer",
    "nearest",
    "options",
    "schema",
    "told",
    "weighed",
    "with_policies",
]
