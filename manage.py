#!/usr/bin/env python
"""The door for administrators: `python manage.py help` lists what can be done."""

import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "policytracker.settings")
    execute_from_command_line(sys.argv)
