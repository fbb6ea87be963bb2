package thami.benchmarks.relay;

import org.springframework.data.repository.Repository;

interface Parcels extends Repository<Parcel, Parcel.Id> {

    Parcel save(Parcel parcel);
}
