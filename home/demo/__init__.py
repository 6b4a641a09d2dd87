"""The demo: believable content, pictures and logins to try the site with."""
