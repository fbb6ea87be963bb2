package thami.cohort.participation;

/// A rule stood against recording, or taking back, that a person completed a module.
public abstract sealed class CompletionRefused extends RuntimeException
        permits NoSuchParticipation,
                NotInTheCurriculum,
                AlreadyCompleted,
                NotCompleted,
                RecordedMeanwhile,
                CompletedInTheFuture,
                CompletedBeforeTheStart,
                NotEnrolled {

    CompletionRefused(String message) {
        super(message);
    }
}
