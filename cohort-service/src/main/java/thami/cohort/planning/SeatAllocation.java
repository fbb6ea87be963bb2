package thami.cohort.planning;

/// What a plan needs from whoever gives the seats.
public interface SeatAllocation {

    /// Makes ready to give the seats of this cohort. A repeat takes back those that are no longer planned.
    void open(Cohort cohort);

    /// Gives no more seats than this cohort plans, which is about to be saved. If it never is, they are given as
    /// before.
    ///
    /// @throws RuntimeException naming the rule when more seats than these are already given
    void limit(Cohort cohort);

    /// Gives no seat by what was known before this cohort, which is about to be saved as cancelled. If it never is,
    /// they are given as before.
    void withhold(Cohort cohort);
}
