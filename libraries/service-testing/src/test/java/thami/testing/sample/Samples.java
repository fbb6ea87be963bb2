package thami.testing.sample;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface Samples extends Repository<Sample, Sample.Id> {

    Sample save(Sample sample);

    Optional<Sample> findById(Sample.Id id);
}
