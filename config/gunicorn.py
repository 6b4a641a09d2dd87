"""How gunicorn serves the site; `gunicorn -c config/gunicorn.py config.wsgi`."""

from config import env
from config.log_settings import logging_settings

bind = env.text("BIND", "127.0.0.1:8000")
workers = env.number("WEB_WORKERS", 2, least=1)
threads = env.number("WEB_THREADS", 4, least=1)
timeout = 60
# Workers start from loaded code, and a leak never lives longer than this many requests.
preload_app = False
max_requests = 2000
max_requests_jitter = 200
# Nothing steers a running server but signals; several on one machine would share the control socket.
control_socket_disable = True
accesslog = "-"
LOG_LEVEL = env.choice("LOG_LEVEL", ["DEBUG", "INFO", "WARNING", "ERROR"], "INFO")
LOGGER = {"handlers": ["stdout"], "level": LOG_LEVEL, "propagate": False}
logconfig_dict = logging_settings(LOG_LEVEL, as_json=True)
logconfig_dict["loggers"] |= {
    "gunicorn.access": LOGGER,
    "gunicorn.error": LOGGER,
    # Django leaves the body of an answer to HEAD for the server to drop, which gunicorn complains about each time.
    "gunicorn.http.wsgi": LOGGER | {"level": "ERROR"},
}
