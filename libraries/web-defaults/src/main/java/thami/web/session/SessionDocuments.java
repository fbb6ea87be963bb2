package thami.web.session;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import org.mongodb.spring.session.JdkMongoSessionConverter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.data.mongodb.core.index.IndexOperations;

/// A session as a document. Its attributes are serialised Java objects, so reading is bounded: only known
/// packages, and what another version wrote and this one cannot read is a session without attributes (the person
/// signs in again).
class SessionDocuments extends JdkMongoSessionConverter {

    private static final Logger log = LoggerFactory.getLogger(SessionDocuments.class);

    private static final ObjectInputFilter KNOWN = ObjectInputFilter.Config.createFilter(
            "maxdepth=30;maxbytes=1048576;maxarray=100000;java.lang.*;java.util.**;java.time.**;java.net.URI;java.net.URL;"
                    + "java.math.*;org.springframework.security.**;org.springframework.session.**;org.springframework.util.**;"
                    + "org.springframework.validation.**;org.springframework.web.servlet.FlashMap;thami.**;!*");

    SessionDocuments(Duration idle) {
        super(new SerializingConverter(), SessionDocuments::read, idle);
    }

    /// Contacting the store while the service starts would make it depend on the store: the sweeper does this later.
    @Override
    protected void ensureIndexes(IndexOperations indexes) {}

    private static Object read(byte[] attributes) {
        try (var in = new Attributes(attributes)) {
            return in.readObject();
        } catch (ClassNotFoundException | IOException unreadable) {
            log.warn("A session that cannot be read is treated as empty: {}", unreadable.toString());
            return new HashMap<String, Object>();
        }
    }

    private static final class Attributes extends ObjectInputStream {

        private Attributes(byte[] bytes) throws IOException {
            super(new ByteArrayInputStream(bytes));
            setObjectInputFilter(KNOWN);
        }

        @Override
        protected Class<?> resolveClass(java.io.ObjectStreamClass described)
                throws IOException, ClassNotFoundException {
            try {
                return Class.forName(
                        described.getName(), false, Thread.currentThread().getContextClassLoader());
            } catch (ClassNotFoundException _) {
                return super.resolveClass(described);
            }
        }

        @Override
        public void close() {
            try {
                super.close();
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }
    }
}
