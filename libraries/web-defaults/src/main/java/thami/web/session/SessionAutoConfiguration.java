package thami.web.session;

import java.time.Clock;
import java.time.Duration;
import org.mongodb.spring.session.MongoIndexedSessionRepository;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import thami.web.PublicAddress;
import thami.web.ServiceName;

/// Sessions in the service's own store: Spring Boot 4 has no configuration for MongoDB's.
@AutoConfiguration(afterName = "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration")
@EnableSpringHttpSession
class SessionAutoConfiguration {

    static final String COLLECTION = "sessions";

    @Bean
    MongoIndexedSessionRepository sessions(
            MongoOperations store, @Value("${server.servlet.session.timeout:60m}") Duration idle) {
        var sessions = new MongoIndexedSessionRepository(store);
        sessions.setCollectionName(COLLECTION);
        sessions.setDefaultMaxInactiveInterval(idle);
        sessions.setMongoSessionConverter(new SessionDocuments(idle));
        return sessions;
    }

    @Bean
    CookieSerializer sessionCookies(
            ServiceName service, PublicAddress address, @Value("${thami.web.draft-path:/}") String draftPath) {
        return new SessionCookies(service, address, draftPath);
    }

    @Bean
    SessionSweeper sessionSweeper(MongoOperations store, @Value("${thami.web.session-sweep-every:5m}") Duration every) {
        return new SessionSweeper(store, Clock.systemUTC(), every);
    }
}
