package org.linli.portal.platform.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Commands that arrive together are committed together. Each runs on its own thread with its reads made and its writes put
 * off; whoever finds nobody writing writes for all who wait (and alone without any wait), the others sleep until told.
 *
 * <p>What a command expects of its writes (a key that is free, a balance that suffices, one row touched) is expected of the
 * whole group; where it does not hold, nothing is written and smaller groups are tried without it, down to a command that has
 * to go the usual way: in a transaction of its own, where it hears what is wrong. So a command that fails takes no other with
 * it, and none has to be written with groups in mind. It must only read before it writes, by {@link Sql}, and call no desk;
 * one that does otherwise goes the usual way at once.
 */
@ApplicationScoped
public class GroupCommit {
    private static final int MOST = 64;
    private static final int LOCK_WAIT_TIMEOUT = 1205;

    private final GroupTransaction transaction;
    private final ArrayDeque<Waiting> queue = new ArrayDeque<>();
    private boolean writing;

    @Inject
    public GroupCommit(@Together DataSource source) {
        this.transaction = new GroupTransaction(source);
    }

    /**
     * Runs a command and commits its writes with those of others.
     *
     * @param command reads, then writes; makes nothing else happen
     * @param ahead writes more, before all that the command has written
     * @return its result when that is committed; empty when nothing was written and it has to go the usual way
     * @throws IllegalStateException when the server was lost while it committed
     */
    public <T> Optional<T> attempt(Callable<T> command, Consumer<? super T> ahead) {
        WriteList writes = WriteList.begin();
        T result;
        try {
            result = command.call();
            writes.ahead();
            ahead.accept(result);
        } catch (Exception e) { // nothing was written: the usual way says what is wrong
            return Optional.empty();
        } finally {
            WriteList.end();
        }
        return writes.isEmpty() || isWritten(writes) ? Optional.of(result) : Optional.empty();
    }

    private boolean isWritten(WriteList writes) {
        Waiting own = new Waiting(writes);
        if (enqueue(own) || own.awaitTurn()) {
            lead();
        }
        return own.isWritten();
    }

    /** Whether nobody writes, so that the caller has to. */
    private synchronized boolean enqueue(Waiting own) {
        queue.add(own);
        boolean first = !writing;
        writing = true;
        return first;
    }

    /** Writes for those who wait; the first of those who came meanwhile goes on. */
    private void lead() {
        List<Waiting> group = takeGroup();
        try {
            write(group);
        } catch (RuntimeException | Error e) { // whatever it was, those who wait must hear of it
            group.forEach(one -> one.settle(Outcome.LOST, e));
            throw e;
        } finally {
            handOver();
            group.forEach(Waiting::wake);
        }
    }

    private synchronized List<Waiting> takeGroup() {
        List<Waiting> group = new ArrayList<>();
        while (group.size() < MOST && !queue.isEmpty()) {
            group.add(queue.remove());
        }
        return group;
    }

    private synchronized void handOver() {
        Waiting next = queue.peek();
        writing = next != null;
        if (next != null) {
            next.settle(Outcome.LEADS, null);
            next.wake();
        }
    }

    private void write(List<Waiting> group) {
        try {
            Set<Integer> missed =
                    transaction.write(group.stream().map(Waiting::writes).toList());
            if (missed.isEmpty()) {
                group.forEach(one -> one.settle(Outcome.WRITTEN, null));
            } else {
                writeWithout(group, missed);
            }
        } catch (GroupTransaction.Unknown e) {
            group.forEach(one -> one.settle(Outcome.LOST, e));
        } catch (SQLException | RuntimeException e) { // nothing was written
            if (isHopeless(e)) {
                group.forEach(one -> one.settle(Outcome.ALONE, null));
            } else {
                writeHalves(group);
            }
        }
    }

    private void writeWithout(List<Waiting> group, Set<Integer> missed) {
        List<Waiting> others = new ArrayList<>();
        List<Waiting> refused = new ArrayList<>();
        for (int i = 0; i < group.size(); i++) {
            (missed.contains(i) ? refused : others).add(group.get(i));
        }
        if (!others.isEmpty()) {
            write(others);
        }
        writeHalves(refused);
    }

    private void writeHalves(List<Waiting> group) {
        if (group.size() == 1) {
            group.get(0).settle(Outcome.ALONE, null);
            return;
        }
        int half = group.size() / 2;
        write(group.subList(0, half));
        write(group.subList(half, group.size()));
    }

    /** Somebody else holds a row for long, or the database is not there: smaller groups would each wait as long. */
    private static boolean isHopeless(Exception e) {
        SQLException sql = SqlFailure.find(e, SQLException.class);
        return SqlFailure.isUnavailable(e) || (sql != null && sql.getErrorCode() == LOCK_WAIT_TIMEOUT);
    }

    private enum Outcome {
        WAITING,
        LEADS,
        WRITTEN,
        ALONE,
        LOST
    }

    /** A command whose writes are to be made. */
    private static final class Waiting {
        private final WriteList writes;
        private final Thread thread = Thread.currentThread();
        private volatile Outcome outcome = Outcome.WAITING;
        private volatile @Nullable Throwable failure;

        Waiting(WriteList writes) {
            this.writes = writes;
        }

        WriteList writes() {
            return writes;
        }

        void settle(Outcome what, @Nullable Throwable why) {
            failure = why;
            outcome = what;
        }

        void wake() {
            if (thread != Thread.currentThread()) {
                LockSupport.unpark(thread);
            }
        }

        /** Sleeps until its writes are settled (false) or it has to write for others (true). */
        boolean awaitTurn() {
            boolean interrupted = false;
            while (outcome == Outcome.WAITING) {
                LockSupport.park(this);
                interrupted |= Thread.interrupted();
            }
            if (interrupted) {
                thread.interrupt();
            }
            return outcome == Outcome.LEADS;
        }

        boolean isWritten() {
            if (outcome == Outcome.LOST) {
                throw new IllegalStateException(failure);
            }
            return outcome == Outcome.WRITTEN;
        }
    }
}
