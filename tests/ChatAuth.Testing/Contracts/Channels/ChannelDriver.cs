using ChatAuth.Core.Access;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Testing.Contracts.Channels;

/// <summary>
/// A chat platform as people use it, with a bot of ours on it. Every act ends when all that the bot does about it is done. One person does one thing
/// after another.
/// </summary>
public abstract class ChannelDriver : IAsyncDisposable
{
    /// <summary>What decides behind the bot; its clock is the platform's too.</summary>
    public abstract TestWorld World { get; }

    /// <summary>The most UTF-16 units of a message.</summary>
    public abstract int LongestMessage { get; }

    /// <summary>The most UTF-16 units of a choice's label.</summary>
    public abstract int LongestChoice { get; }

    /// <summary>A command may be left without any answer.</summary>
    public abstract bool MayStaySilent { get; }

    /// <summary>What people write stands in the conversation, and the bot can delete it in a private one.</summary>
    public abstract bool DeletesWhatPeopleWrite { get; }

    /// <summary>What the platform's fake found wrong with what the bot sent.</summary>
    public abstract IReadOnlyList<string> Defects { get; }

    /// <summary>Every request of the bot, as it was sent.</summary>
    public abstract IReadOnlyList<string> Requests { get; }

    /// <summary>Somebody whom the bot never met.</summary>
    public abstract Person AddPerson(string name);

    /// <summary>Their conversation with the bot alone, which they have opened.</summary>
    public abstract ChannelPlace OpenPrivate(Person person);

    /// <summary>A conversation of several people, with the bot in it.</summary>
    public abstract ChannelPlace AddShared(string title);

    /// <summary>A thread of a conversation made by <see cref="AddShared"/>.</summary>
    public abstract ChannelPlace AddThread(ChannelPlace shared, Person by, string title);

    /// <summary>Somebody types a command of ours, such as <c>/model list</c>.</summary>
    public abstract Task<ChannelReply> TypeAsync(Person who, ChannelPlace where, string command);

    /// <summary>The same, with an answer that everybody there sees, where the platform leaves that to who types.</summary>
    public virtual Task<ChannelReply> TypeForAllAsync(Person who, ChannelPlace where, string command) => TypeAsync(who, where, command);

    /// <summary>Somebody asks the bot's model a question, in the way that is usual there.</summary>
    public abstract Task<ChannelReply> AskAsync(Person who, ChannelPlace where, string question);

    /// <summary>Somebody chooses what a message offers or, when it has changed since, what it offered.</summary>
    /// <param name="who">Who; others than the one who was shown it only where the platform lets them.</param>
    /// <param name="on">The message.</param>
    /// <param name="choice">The label, as in <see cref="ShownMessage.Choice"/>.</param>
    public abstract Task<ChannelReply> ChooseAsync(Person who, ShownMessage on, string choice);

    /// <summary>Somebody hands back what no message ever offered, as a changed client may.</summary>
    public abstract Task<ChannelReply> ForgeAsync(Person who, ShownMessage on, string token);

    /// <summary>The platform tells once more what somebody did last.</summary>
    public abstract Task<ChannelReply> RedeliverAsync();

    /// <summary>Time passes, and nobody does anything.</summary>
    public virtual Task PassAsync(TimeSpan time)
    {
        World.Time.Advance(time);
        return Task.CompletedTask;
    }

    /// <summary>All that the bot shows to a person in a conversation, as it stands now.</summary>
    public abstract IReadOnlyList<ShownMessage> SeenBy(Person person, ChannelPlace where);

    /// <summary>What people wrote in a conversation, as far as it stands there.</summary>
    public abstract IReadOnlyList<string> WrittenIn(ChannelPlace where);

    public abstract ValueTask DisposeAsync();
}
