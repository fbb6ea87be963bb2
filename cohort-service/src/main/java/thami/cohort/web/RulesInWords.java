package thami.cohort.web;

import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import thami.cohort.intake.AdmissionStands;
import thami.cohort.intake.AlreadyCertified;
import thami.cohort.intake.DecidedMeanwhile;
import thami.cohort.intake.FewerSeatsThanGiven;
import thami.cohort.intake.LegalBasisStands;
import thami.cohort.intake.NoSeatLeft;
import thami.cohort.intake.NoSuchCandidate;
import thami.cohort.intake.NoSuchIntake;
import thami.cohort.intake.StandsOtherwise;
import thami.cohort.intake.TooManyDecisions;
import thami.cohort.participation.AlreadyCompleted;
import thami.cohort.participation.CompletedBeforeTheStart;
import thami.cohort.participation.CompletedInTheFuture;
import thami.cohort.participation.CompletionRefused;
import thami.cohort.participation.NoSuchModule;
import thami.cohort.participation.NoSuchParticipation;
import thami.cohort.participation.NotCompleted;
import thami.cohort.participation.NotEnrolled;
import thami.cohort.participation.NotInTheCurriculum;
import thami.cohort.participation.RecordedMeanwhile;
import thami.cohort.planning.CallIsClosed;
import thami.cohort.planning.CallIsOver;
import thami.cohort.planning.CohortIsCancelled;
import thami.cohort.planning.FoundationsStand;
import thami.cohort.planning.KeyReused;
import thami.cohort.planning.NoSuchCohort;
import thami.cohort.planning.NotPublished;
import thami.cohort.planning.StaleChange;

/// The rules of the business in words: a code for programs, a sentence for people.
@Component
class RulesInWords {

    private final MessageSource messages;

    RulesInWords(MessageSource messages) {
        this.messages = messages;
    }

    /// What a rule is called, and what its sentence has to mention.
    record Said(String code, Object... arguments) {

        /// The arguments as this language writes them.
        Object[] in(Locale locale) {
            return Stream.of(arguments)
                    .map(each -> each instanceof LocalDate day ? Words.day(day, locale) : each)
                    .toArray();
        }
    }

    /// @throws RuntimeException the given one, if it is no rule of the business
    Said say(RuntimeException refused) {
        return switch (refused) {
            case CompletionRefused completion -> say(completion);
            case NoSuchCohort _ -> new Said("no-such-cohort");
            case CohortIsCancelled _ -> new Said("cohort-is-cancelled");
            case FoundationsStand _ -> new Said("foundations-stand");
            case CallIsClosed _ -> new Said("call-is-closed");
            case CallIsOver _ -> new Said("call-is-over");
            case NotPublished _ -> new Said("not-published");
            case KeyReused _ -> new Said("key-reused");
            case StaleChange _, Tag.NoLongerMatches _ -> new Said("stale-change");
            case NoSuchIntake _ -> new Said("not-published");
            case NoSuchCandidate _ -> new Said("no-such-candidate");
            case NoSeatLeft _ -> new Said("no-seat-left");
            case StandsOtherwise otherwise ->
                new Said("stands-otherwise." + otherwise.standing().name().toLowerCase(Locale.ROOT));
            case DecidedMeanwhile _ -> new Said("decided-meanwhile");
            case TooManyDecisions _ -> new Said("too-many-decisions");
            case AdmissionStands _ -> new Said("admission-stands");
            case LegalBasisStands _ -> new Said("legal-basis-stands");
            case FewerSeatsThanGiven fewer -> new Said("fewer-seats-than-given", fewer.given());
            case AlreadyCertified _ -> new Said("already-certified");
            case NoSuchModule _ -> new Said("no-such-module");
            case OptimisticLockingFailureException _ -> new Said("overtaken");
            default -> throw refused;
        };
    }

    private static Said say(CompletionRefused refused) {
        return switch (refused) {
            case NoSuchParticipation _ -> new Said("no-such-participation");
            case NotInTheCurriculum _ -> new Said("not-in-the-curriculum");
            case AlreadyCompleted already -> new Said("already-completed", already.on());
            case NotCompleted _ -> new Said("not-completed");
            case RecordedMeanwhile _ -> new Said("recorded-meanwhile");
            case CompletedInTheFuture _ -> new Said("completed-in-the-future");
            case CompletedBeforeTheStart _ -> new Said("completed-before-the-start");
            case NotEnrolled not ->
                new Said("not-enrolled." + not.state().name().toLowerCase(Locale.ROOT));
        };
    }

    String codeOf(RuntimeException refused) {
        return say(refused).code();
    }

    /// In the language of the request.
    String sentence(RuntimeException refused) {
        return sentence(refused, LocaleContextHolder.getLocale());
    }

    String sentence(RuntimeException refused, Locale locale) {
        var said = say(refused);
        return messages.getMessage("problem." + said.code(), said.in(locale), locale);
    }
}
