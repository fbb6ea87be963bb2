package thami.system.faults;

/// What somebody asked for on a connection.
///
/// @param name `insert`, `update` … (MongoDB), `PRODUCE`, `OFFSET_COMMIT` … (Kafka), `CONTENT` (SMTP)
/// @param about the collection, the client's id, nothing
/// @param id what its answer refers to
public record Request(String name, String about, int id) {

    public boolean is(String name, String about) {
        return this.name.equals(name) && this.about.startsWith(about);
    }
}
