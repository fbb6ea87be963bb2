/// How entitlements and certificates are kept in MongoDB, and the indexes that finding them needs.
///
/// One document is one write; nothing here changes part of a document.
@NullMarked
package thami.certificate.persistence;

import org.jspecify.annotations.NullMarked;
