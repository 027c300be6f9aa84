using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using ChatAuth.Testing.Vendors;

namespace ChatAuth.Gateway.Tests.Kills;

/// <summary>What a vendor did with a request, as far as charging goes.</summary>
internal enum VendorMood
{
    /// <summary>Answered to the end.</summary>
    Served,

    /// <summary>Refused before anything was done.</summary>
    Refused,

    /// <summary>Broke off: whether it was charged, the other end cannot know.</summary>
    Broken,

    /// <summary>Was still at it when the other end died.</summary>
    Held,
}

/// <summary>A request as the vendor remembers it.</summary>
/// <param name="Question">The number of the question that it carried.</param>
/// <param name="Profile">Whose credential it showed.</param>
/// <param name="Mood">What was done with it.</param>
internal sealed record VendorMemory(int Question, string Profile, VendorMood Mood);

/// <summary>A vendor on a bare socket that fails at random, and remembers which question came with which credential. What it does depends on the seed, the question and how often it came.</summary>
internal sealed partial class MoodyVendor : IAsyncDisposable
{
    private static readonly (VendorMood Mood, VendorDeed Deed)[] s_failures =
    [
        (VendorMood.Refused, VendorFaults.Limited()), (VendorMood.Refused, VendorFaults.LimitedFor(TimeSpan.FromHours(1))), (VendorMood.Refused, VendorFaults.Limited()),
        (VendorMood.Refused, VendorFaults.Unauthorized), (VendorMood.Refused, VendorFaults.Unpaid), (VendorMood.Refused, VendorFaults.NoQuota),
        (VendorMood.Refused, VendorFaults.Broken), (VendorMood.Refused, VendorFaults.Overloaded), (VendorMood.Refused, VendorFaults.BadRequest),
        (VendorMood.Broken, VendorFaults.BadGateway), (VendorMood.Broken, VendorFaults.ResetBeforeHead), (VendorMood.Broken, VendorFaults.ResetAfterHead),
        (VendorMood.Broken, VendorFaults.BrokenStream), (VendorMood.Broken, VendorFaults.CutStream), (VendorMood.Broken, VendorFaults.OverloadedStream),
        (VendorMood.Broken, VendorFaults.MalformedJson), (VendorMood.Broken, VendorFaults.WrongContentType), (VendorMood.Broken, VendorFaults.Silence),
    ];

    private readonly int _seed;
    private readonly ConcurrentDictionary<int, int> _deliveries = new();
    private TaskCompletionSource? _watched;
    private bool _holdsWatched;

    public MoodyVendor(int seed)
    {
        _seed = seed;
        Vendor.Otherwise = ReceiveAsync;
    }

    public FakeVendor Vendor { get; } = FakeVendor.Start();

    /// <summary>Every request, in the order in which it was dealt with.</summary>
    public ConcurrentQueue<VendorMemory> Remembered { get; } = new();

    /// <summary>The number of a question, as it stands in its text.</summary>
    public static string Mark(int question) => string.Create(CultureInfo.InvariantCulture, $"[question-{question:D5}]");

    /// <summary>Ends with the next request: when it has come, and is then held until the other end goes; or when it was dealt with.</summary>
    public Task NextAsync(bool holds)
    {
        _holdsWatched = holds;
        return (_watched = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
    }

    /// <summary>Nobody waits for a request any more.</summary>
    public void Forget() => _watched = null;

    public ValueTask DisposeAsync() => Vendor.DisposeAsync();

    private async Task ReceiveAsync(VendorExchange exchange)
    {
        if (exchange.Request.IsList)
        {
            await Vendor.AnswerAsync(exchange);
            return;
        }
        var question = int.Parse(Marks().Matches(exchange.Request.Body)[^1].Groups[1].Value, CultureInfo.InvariantCulture);
        var random = new Random(_seed + (question * 7919) + _deliveries.AddOrUpdate(question, 1, (_, times) => times + 1));
        var profile = VendorAccounts.ProfileOf(exchange.Request.Credential);
        var watched = Interlocked.Exchange(ref _watched, null);
        if (watched is not null && _holdsWatched)
        {
            Remembered.Enqueue(new VendorMemory(question, profile, VendorMood.Held));
            watched.TrySetResult();
            await exchange.HoldAsync();
            return;
        }
        var (mood, deed) = random.Next(2) == 0 ? (VendorMood.Served, Vendor.AnswerAsync) : s_failures[random.Next(s_failures.Length)];
        Remembered.Enqueue(new VendorMemory(question, profile, mood));
        try
        {
            await deed(exchange);
        }
        finally
        {
            watched?.TrySetResult();
        }
    }

    [GeneratedRegex(@"\[question-(\d{5})\]")]
    private static partial Regex Marks();
}
