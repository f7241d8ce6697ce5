package vn.songhanh.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** CPU time of processes, read from Linux' {@code /proc}, in nanoseconds. */
final class Processes {

    private static final Path PROC = Path.of("/proc");

    private Processes() {}

    /** User and system time of one process with all its threads, to the kernel's tick of 10 ms. */
    static long cpuOf(long pid) {
        String[] stat = stat(pid);
        return stat.length == 0 ? 0 : (Long.parseLong(stat[11]) + Long.parseLong(stat[12])) * 10_000_000L;
    }

    /** The postmaster, its living children and those that it has already buried. */
    static long cpuOfPostgres(long postmaster) {
        String[] own = stat(postmaster);
        long buried = (Long.parseLong(own[13]) + Long.parseLong(own[14])) * 10_000_000L;
        long living = ProcessHandle.of(postmaster).stream()
                .flatMap(ProcessHandle::children)
                .mapToLong(child -> preciseCpuOf(child.pid()))
                .sum();
        return preciseCpuOf(postmaster) + buried + living;
    }

    /** Time on a processor of a process with one thread, to the nanosecond. */
    private static long preciseCpuOf(long pid) {
        try {
            return Long.parseLong(
                    Files.readString(PROC.resolve(pid + "/schedstat")).split(" ")[0]);
        } catch (IOException e) {
            return cpuOf(pid);
        }
    }

    static long residentKilobytes(long pid) {
        return memory(pid, "VmRSS:");
    }

    static long peakResidentKilobytes(long pid) {
        return memory(pid, "VmHWM:");
    }

    /** What it has in memory, of what it shares with others its part (PSS). */
    static long proportionalKilobytes(long pid) {
        return memory(pid, "smaps_rollup", "Pss:");
    }

    /** Of the postmaster and its children. */
    static long proportionalKilobytesOfPostgres(long postmaster) {
        return proportionalKilobytes(postmaster)
                + ProcessHandle.of(postmaster).stream()
                        .flatMap(ProcessHandle::children)
                        .mapToLong(child -> proportionalKilobytes(child.pid()))
                        .sum();
    }

    private static long memory(long pid, String name) {
        return memory(pid, "status", name);
    }

    private static long memory(long pid, String file, String name) {
        try {
            List<String> lines = Files.readAllLines(PROC.resolve(pid + "/" + file));
            return lines.stream()
                    .filter(line -> line.startsWith(name))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The fields of {@code /proc/pid/stat} after the command's name; none when the process is gone. */
    private static String[] stat(long pid) {
        try {
            String line = Files.readString(PROC.resolve(pid + "/stat"));
            return line.substring(line.lastIndexOf(')') + 2).split(" ");
        } catch (IOException gone) {
            return new String[0];
        }
    }
}
