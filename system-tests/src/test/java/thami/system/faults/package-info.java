/// What breaks on purpose: proxies before the parts of the platform, and who kills.
@org.jspecify.annotations.NullMarked
package thami.system.faults;
