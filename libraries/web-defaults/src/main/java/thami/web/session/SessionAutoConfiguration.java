package thami.web.session;

import org.springframework.boot.autoconfigure.AutoConfiguration;

/// Sessions in the service's own store.
@AutoConfiguration
class SessionAutoConfiguration {}
