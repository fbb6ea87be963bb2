package thami.delivery;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How patient and how wide the delivery is.
///
/// @param lanes how many aggregates are sent side by side
/// @param queue how many wait per lane; more are left to the sweeper
/// @param acknowledgement how long one record may wait for the broker's answer
/// @param sweepEvery the pause between two looks at what was left behind
/// @param sweepAfter how old it must be: younger ones belong to the relay
/// @param attempts how often a record is tried before it becomes a dead letter, where trying again may help
/// @param attemptEvery the pause between these
/// @param storePatience how long the store may take to be reached; an answer may take three times as long
/// @param outageBackOff the longest pause between two attempts while the store or the broker is away
@ConfigurationProperties("thami.delivery")
record DeliveryProperties(
        @DefaultValue("16") int lanes,
        @DefaultValue("512") int queue,
        @DefaultValue("12s") Duration acknowledgement,
        @DefaultValue("2s") Duration sweepEvery,
        @DefaultValue("5s") Duration sweepAfter,
        @DefaultValue("4") int attempts,
        @DefaultValue("200ms") Duration attemptEvery,
        @DefaultValue("5s") Duration outageBackOff,
        @DefaultValue("3s") Duration storePatience) {}
