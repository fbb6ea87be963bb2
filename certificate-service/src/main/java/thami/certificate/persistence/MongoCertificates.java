package thami.certificate.persistence;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;
import thami.certificate.Certificate;
import thami.certificate.CertificateId;
import thami.certificate.CertificateNumber;
import thami.certificate.Certificates;

/// Certificates as documents, their bytes inside.
@Repository
class MongoCertificates implements Certificates {

    private final MongoOperations mongo;

    MongoCertificates(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public Optional<Certificate> findById(CertificateId id) {
        return Optional.ofNullable(mongo.findById(id, Certificate.class));
    }

    @Override
    public Optional<Certificate> findByNumber(CertificateNumber number) {
        return Optional.ofNullable(mongo.findOne(withNumber(number), Certificate.class));
    }

    /// Its own method, so that a test can have the store explain it.
    Query withNumber(CertificateNumber number) {
        return Query.query(where("number").is(number.value()));
    }

    @Override
    public Certificate addIfAbsent(Certificate certificate) {
        try {
            return mongo.save(certificate);
        } catch (DuplicateKeyException | OptimisticLockingFailureException taken) {
            return findById(certificate.id()).orElseThrow(() -> taken);
        }
    }
}
