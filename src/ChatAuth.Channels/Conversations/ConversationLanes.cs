using ChatAuth.Core.Sessions;

namespace ChatAuth.Channels.Conversations;

/// <summary>Has what happens in one conversation done one after another, in the order in which it was handed in; different conversations do not wait for each other.</summary>
internal sealed class ConversationLanes
{
    private readonly Dictionary<SessionKey, Task> _last = [];

    /// <summary>Does the work after all that was handed in before for this conversation; what fails there does not hold it up.</summary>
    public Task<T> RunAsync<T>(SessionKey conversation, Func<Task<T>> work)
    {
        Task<T> next;
        lock (_last)
        {
            next = AfterAsync(_last.GetValueOrDefault(conversation) ?? Task.CompletedTask, work);
            _last[conversation] = next;
        }
        _ = next.ContinueWith(
            done => Leave(conversation, done), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return next;
    }

    private static async Task<T> AfterAsync<T>(Task before, Func<Task<T>> work)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        return await work().ConfigureAwait(false);
    }

    private void Leave(SessionKey conversation, Task done)
    {
        lock (_last)
        {
            if (_last.GetValueOrDefault(conversation) == done) _last.Remove(conversation);
        }
    }
}
