package thami.certificate;

/// What an entitlement still lacks.
public sealed interface Missing {

    /// Modules were recorded, but the enrolment they belong to has not arrived yet.
    record TheEnrolment() implements Missing {}

    /// The enrolment names no module: nothing to judge by is no reason to certify.
    record AnyModule() implements Missing {}

    /// A legal basis that this service has no words for.
    record KnownLegalBasis(String code) implements Missing {}

    /// A module of the list that is not completed.
    record Completion(ListedModule module) implements Missing {}
}
