package thami.cohort.planning;

/// Why a plan cannot be carried out.
public enum PlanFlaw {
    CLOSES_BEFORE_IT_OPENS,
    ENDS_BEFORE_IT_STARTS,
    SEATS_OUT_OF_RANGE,
    NO_TARGET_GROUP,
    NO_MODULE,
    MODULE_TWICE
}
