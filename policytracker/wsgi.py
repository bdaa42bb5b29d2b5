"""The application as the web server's worker loads it."""

import os

from django.core.wsgi import get_wsgi_application

from policytracker.processes import end_with_spawner

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "policytracker.settings")
end_with_spawner()  # the worker would outlive a main process killed by -9
application = get_wsgi_application()
