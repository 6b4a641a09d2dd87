"""People who sign in."""

import factory
from django.contrib.auth.models import Group

from users.models import User


class UserFactory(factory.django.DjangoModelFactory):
    """Somebody with a mail address, a password and, if named, a role: ``UserFactory(role="Writer")``."""

    username = factory.Sequence(lambda number: f"somebody{number}")
    email = factory.LazyAttribute(lambda user: f"{user.username}@example.org")
    password = factory.django.Password("correct horse battery staple")

    class Meta:
        model = User
        skip_postgeneration_save = True

    @factory.post_generation
    def role(user, create, name, **kwargs):
        if name:
            user.groups.add(Group.objects.get(name=name))
