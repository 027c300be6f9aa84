using ChatAuth.Channels.Conversations;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Channels.Tests.Conversations;

internal sealed class ConversationLanesTests
{
    private static readonly SessionKey s_here = SessionKey.Terminal("here");

    private readonly List<int> _done = [];

    [SetUp]
    public void Forget() => _done.Clear();

    [Test]
    public async Task One_conversation_goes_in_the_order_of_arrival()
    {
        var lanes = new ConversationLanes();
        var first = new TaskCompletionSource();

        Task<int>[] all = [Run(lanes, 1, first.Task), .. Enumerable.Range(2, 50).Select(number => Run(lanes, number))];
        first.SetResult();
        await Task.WhenAll(all);

        Assert.That(_done, Is.EqualTo(Enumerable.Range(1, 51)));
    }

    [Test]
    public async Task Other_conversation_does_not_wait()
    {
        var lanes = new ConversationLanes();
        var held = new TaskCompletionSource();
        var first = Run(lanes, 1, held.Task);

        await lanes.RunAsync(SessionKey.Terminal("there"), () => Task.FromResult(2));

        Assert.That(first.IsCompleted, Is.False);
        held.SetResult();
        await first;
    }

    [Test]
    public async Task Failure_is_the_caller_s_and_holds_up_nothing()
    {
        var lanes = new ConversationLanes();

        var failing = lanes.RunAsync<int>(s_here, () => throw new InvalidOperationException());
        var next = Run(lanes, 2);

        Assert.That(async () => await failing, Throws.InvalidOperationException);
        Assert.That(await next, Is.EqualTo(2));
    }

    [Test]
    public void Nothing_is_done_inside_the_call()
    {
        var lanes = new ConversationLanes();
        using var returned = new ManualResetEventSlim();

        var work = lanes.RunAsync(s_here, () => Task.FromResult(returned.Wait(TimeSpan.FromSeconds(10))));
        returned.Set();

        Assert.That(async () => await work, Is.True);
    }

    private Task<int> Run(ConversationLanes lanes, int number, Task? until = null) => lanes.RunAsync(s_here, async () =>
    {
        await (until ?? Task.CompletedTask);
        _done.Add(number);
        return number;
    });
}
