package thami.certificate;

/// Four eyes: neither who admitted the person, nor who changed the legal basis, nor who recorded the last module
/// releases the certificate.
public final class SecondPersonNeeded extends Refused {

    private final Objection objection;

    SecondPersonNeeded(Objection objection) {
        super("released by somebody else than who " + objection);
        this.objection = objection;
    }

    public Objection objection() {
        return objection;
    }
}
