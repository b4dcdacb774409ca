"""MK Planner: plans for services shared between councils. Name and version only; imports nothing."""

__version__ = "0.1.0"
