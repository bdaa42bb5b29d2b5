"""All settings, read from the environment. Defaults are safe for production; `make run` relaxes them for one machine.

docs/reference-settings.md describes each variable.
"""

import re
from pathlib import Path

from csp.constants import NONE, SELF

from policytracker import env

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = Path(env.text("VAR_DIR", str(BASE_DIR / "var")))
_HEADINGS = re.findall(r"^## (\d+\.\d+\.\d+)", (BASE_DIR / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
VERSION = _HEADINGS[0]

# What kind of installation this is
DEBUG = env.flag("DEBUG", False)
HTTPS = env.flag("HTTPS", True)
SECRET_KEY = env.secret("SECRET_KEY")
ALLOWED_HOSTS = env.words("ALLOWED_HOSTS")
CSRF_TRUSTED_ORIGINS = env.words("CSRF_TRUSTED_ORIGINS")
PUBLIC_READ = env.flag("PUBLIC_READ", False)
"""Whether published plans may be read by anyone, without signing in."""

INSTALLED_APPS = [
    "targets",  # before the theme, some of whose templates it replaces
    "unfold.apps.BasicAppConfig",
    "unfold.contrib.filters",
    "policytracker.apps.AdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "csp",
    "pgtrigger",
    "pghistory",
    "rest_framework",
    "django_filters",
    "drf_spectacular",
    "drf_spectacular_sidecar",
]

MIDDLEWARE = [
    "policytracker.observability.RequestIdMiddleware",
    "policytracker.refusals.DatabaseAwayMiddleware",
    "policytracker.refusals.NulByteMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "policytracker.urls"
WSGI_APPLICATION = "policytracker.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]

# Database. The pool keeps connections warm; they are checked before use, so a restarted server is not an error.
_DATABASE = env.database("DATABASE_URL")
DATABASES = {
    "default": _DATABASE
    | {
        "ENGINE": "django.db.backends.postgresql",
        "OPTIONS": _DATABASE["OPTIONS"]
        # Short waits: while the server is away a request is answered at once with 503. Short reconnecting too,
        # since its pauses double: the next request tries afresh, so that a server come back is found at once.
        # Only statements of our own are prepared (targets/models/statements.py); the framework's are not.
        | {"prepare_threshold": 5}
        # Statements here are short and many. A server that compiles them (jit, on in Debian) takes half a second for
        # each row that is written, since their cost is guessed before the tables have figures.
        | {"options": f"{_DATABASE['OPTIONS'].get('options', '')} -c jit=off".strip()}
        | {"pool": {"min_size": 1, "max_size": env.number("DB_POOL", 10), "timeout": 2, "reconnect_timeout": 2}},
        "CONN_HEALTH_CHECKS": True,
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Accounts
AUTH_USER_MODEL = "targets.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation." + name}
    for name in ("UserAttributeSimilarityValidator", "CommonPasswordValidator", "NumericPasswordValidator")
] + [{"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}}]
LOGIN_URL = "admin:login"
LOGIN_REDIRECT_URL = "admin:index"

# Language and time. A day is a day in Shanghai; moments are stored in UTC.
LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "简体中文"), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "policytracker" / "locale"]  # Chinese for libraries that bring none
USE_I18N = True
USE_THOUSAND_SEPARATOR = False
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True

# Files
STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
FIXTURE_DIRS = [BASE_DIR / "fixtures"]
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024

# Browser security
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if env.flag("BEHIND_PROXY", False) else None
SECURE_HSTS_SECONDS = 31536000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
SESSION_COOKIE_SECURE = HTTPS
SESSION_COOKIE_AGE = 12 * 3600
CSRF_COOKIE_SECURE = HTTPS
CSRF_FAILURE_VIEW = "policytracker.refusals.untrusted"
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

# Admin: what it shows stands in targets/admin
UNFOLD = {
    "SITE_TITLE": "targets.admin.navigation.title",
    "SITE_HEADER": "targets.admin.navigation.title",
    "SITE_SUBHEADER": "targets.admin.navigation.subtitle",
    "SITE_SYMBOL": "flag",
    "SITE_URL": None,
    "THEME": "light",
    "BORDER_RADIUS": "4px",
    "SHOW_HISTORY": True,
    "SHOW_BACK_BUTTON": False,
    "STYLES": ["targets.admin.navigation.stylesheet"],
    "SCRIPTS": [
        "targets.admin.navigation.script",
        "targets.admin.navigation.keys",
        "targets.admin.navigation.controls",
    ],
    "SIDEBAR": {"navigation": "targets.admin.navigation.sidebar"},
    "COLORS": {
        "primary": {
            "50": "oklch(97% .014 254)",
            "100": "oklch(93% .03 255)",
            "200": "oklch(88% .055 255)",
            "300": "oklch(80% .09 255)",
            "400": "oklch(68% .13 256)",
            "500": "oklch(56% .15 257)",
            "600": "oklch(47% .14 258)",
            "700": "oklch(41% .125 259)",
            "800": "oklch(35% .1 260)",
            "900": "oklch(31% .08 261)",
            "950": "oklch(23% .06 262)",
        }
    },
}

# REST API: everything about its manner stands in targets/api
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "targets.api.authentication.TokenAuthentication",
        "targets.api.authentication.SessionAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["targets.api.authentication.ReadThroughAccess"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "DEFAULT_SCHEMA_CLASS": "targets.api.schema.AutoSchema",
    "DEFAULT_PAGINATION_CLASS": "targets.api.paging.KeysetPagination",
    "EXCEPTION_HANDLER": "targets.api.problems.exception_handler",
    "DEFAULT_METADATA_CLASS": None,
    "URL_FORMAT_OVERRIDE": None,
    "UNICODE_JSON": True,
    "TEST_REQUEST_DEFAULT_FORMAT": "json",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Policy tracker",
    "VERSION": VERSION,
    "OAS_VERSION": "3.1.1",
    "SERVE_INCLUDE_SCHEMA": False,
    "SWAGGER_UI_DIST": "SIDECAR",
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "SORT_OPERATIONS": False,
    "COMPONENT_SPLIT_REQUEST": True,
    "POSTPROCESSING_HOOKS": ["targets.api.schema.complete"],
}

# Logs: one line an event on standard error
LOG_LEVEL = env.text("LOG_LEVEL", "INFO")
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"request_id": {"()": "policytracker.observability.RequestIdFilter"}},
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s [%(request_id)s] %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["request_id"]}},
    "root": {"handlers": ["console"], "level": LOG_LEVEL},
    "loggers": {
        f"django.security.{name}": {"handlers": [], "propagate": False}
        for name in (
            "DisallowedHost",
            "DisallowedModelAdminLookup",
        )  # answered with a refusal; nothing of ours is amiss
    },
}

# History: who, when and why go with every event; the event tables refuse change
PGHISTORY_APPEND_ONLY = True
PGHISTORY_ADMIN_MODEL = None
PGTRIGGER_MIGRATIONS = True
