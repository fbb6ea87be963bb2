package thami.registration.persistence;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.repository.Repository;
import thami.registration.Application;
import thami.registration.ApplicationId;
import thami.registration.Applications;

/// Spring Data writes the rest.
interface MongoApplications extends Applications, Repository<Application, ApplicationId> {

    // Insert first: a look beforehand would let two equal requests pass that come at once.
    @Override
    default Application addIfAbsent(Application application) {
        try {
            return save(application);
        } catch (DuplicateKeyException taken) {
            return findById(application.id()).orElseThrow(() -> taken);
        }
    }
}
