/// Who is entitled to a certificate, what is still missing, and the certificates that were issued.
///
/// Business only: nothing here knows of HTTP, Kafka, JSON or how a PDF is made; Spring Data's mapping annotations and
/// `@Service` are all of Spring that may stand here.
@NullMarked
package thami.certificate;

import org.jspecify.annotations.NullMarked;
