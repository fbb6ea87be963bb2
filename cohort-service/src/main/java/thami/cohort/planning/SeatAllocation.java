package thami.cohort.planning;

/// What a plan needs from whoever gives the seats.
public interface SeatAllocation {

    /// Makes ready to give the seats of this cohort. A repeat takes over what was planned since.
    void open(Cohort cohort);

    /// Takes over title and seats of the plan.
    ///
    /// @throws RuntimeException naming the rule when more seats than these are already given
    void adopt(CohortId cohort, Plan plan);
}
