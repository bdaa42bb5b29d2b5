import pytest
from django.core.exceptions import ValidationError

from targets.models import User
from targets.services import accounts
from targets.services.accounts import create_first_administrator
from tests.make import make_administrator

pytestmark = pytest.mark.django_db


def test_the_first_administrator_is_created_once_with_a_password_that_is_kept_nowhere_in_clear() -> None:
    password = create_first_administrator()
    admin = User.objects.get()
    assert password
    assert len(password) >= 20
    assert admin.username == "admin"
    assert admin.is_superuser
    assert admin.check_password(password)
    assert password not in admin.password
    assert create_first_administrator() is None


def test_another_administrator_is_enough() -> None:
    User.objects.create_superuser("chen", password="a password of hers")
    assert create_first_administrator() is None


def test_an_admin_who_was_made_an_ordinary_user_stays_one() -> None:
    User.objects.create_user("admin", password="a password of his")
    assert create_first_administrator() is None
    assert not User.objects.get().is_superuser


def test_the_last_administrator_can_neither_leave_nor_be_locked_out() -> None:
    chief = make_administrator()
    with pytest.raises(ValidationError, check=lambda error: error.code == "last_administrator"):
        accounts.remove(chief, by=chief)
    chief = User.objects.get()
    chief.is_active = False
    with pytest.raises(ValidationError, check=lambda error: error.code == "last_administrator"):
        accounts.edit(chief, by=chief)
    assert User.objects.get().is_active


def test_an_administrator_may_leave_while_another_stays() -> None:
    chief, other = make_administrator(), make_administrator()
    accounts.remove(chief, by=other)
    assert list(User.objects.all()) == [other]
