using System.Collections.Concurrent;
using ChatAuth.Core.Access;
using ChatAuth.Core.Diagnostics;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Testing.Fakes;

/// <summary>A platform that reaches everybody in private but the operator, and writes down who was told what.</summary>
public sealed class RecordingOwners : IOwnerSink
{
    private readonly Signal _changed = new();

    public ConcurrentQueue<(Person Owner, OwnerNotice Notice)> Told { get; } = new();

    /// <summary>People who cannot be told anything.</summary>
    public HashSet<Person> Unreached { get; } = [Person.Operator];

    /// <summary>Thrown when somebody is to be reached; null heals it.</summary>
    public Exception? FailToReach { get; set; }

    /// <summary>Thrown, after it was written down, when this person is told something; null heals it.</summary>
    public Person? FailsFor { get; set; }

    /// <summary>What was told, whoever heard it.</summary>
    public IEnumerable<OwnerNotice> Notices => Told.Select(told => told.Notice);

    public ValueTask<Asker?> ReachAsync(Person owner, CancellationToken cancellationToken) =>
        FailToReach is { } failure ? throw failure
        : new(Unreached.Contains(owner) ? null : new Asker(owner, new SessionKey(owner.Platform, "7", $"{owner.Id}"), IsPrivate: true, IsOperator: owner == Person.Operator));

    public Task TellAsync(Asker owner, OwnerNotice notice, CancellationToken cancellationToken)
    {
        Told.Enqueue((owner.Person!.Value, notice));
        _changed.Pulse();
        return FailsFor == owner.Person ? Task.FromException(new IOException("fake")) : Task.CompletedTask;
    }

    /// <summary>Waits until so much was told.</summary>
    /// <exception cref="TimeoutException">It was not in time.</exception>
    public Task WaitAsync(int count) => _changed.UntilAsync(() => Told.Count >= count ? Told : null, null, () => $"Only {Told.Count} were told.");
}
