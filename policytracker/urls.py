"""The addresses of the program."""

from django.contrib import admin
from django.urls import include, path
from django.views.generic import TemplateView

from policytracker import observability

urlpatterns = [
    path("", TemplateView.as_view(template_name="landing.html"), name="landing"),
    path("admin/", admin.site.urls),
    path("api/v1/", include("targets.api.v1.urls")),
    path("i18n/", include("django.conf.urls.i18n")),
    path("healthz", observability.healthz),
    path("readyz", observability.readyz),
    path("favicon.ico", observability.favicon, name="favicon"),
]

handler400 = "policytracker.refusals.bad_request"
handler403 = "policytracker.refusals.permission_denied"
handler404 = "policytracker.refusals.page_not_found"
handler500 = "policytracker.refusals.server_error"
