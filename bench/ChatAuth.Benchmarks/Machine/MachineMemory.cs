using System.Globalization;
using ChatAuth.Core.Sessions;
using ChatAuth.Stateless.Tests.Machine;

namespace ChatAuth.Benchmarks.Machine;

/// <summary>What a conversation retains that is kept in memory: the state, beside the machines of Stateless with the same state.</summary>
internal static class MachineMemory
{
    private const int Count = 10_000;

    public static void Write(TextWriter output)
    {
        var states = Enumerable.Range(0, Count).Select(_ => MachineSample.State()).ToArray();
        var state = BytesEach(_ => MachineSample.State());
        output.WriteLine($"| Retained, each of {Count} | Bytes | Ratio |");
        output.WriteLine("|---|---:|---:|");
        Row("`SessionState`, three pins", state);
        Row("Stateless, the machine of one pin, above the state", BytesEach(i => new StatelessPin(states[i].Pins[MachineSample.Google], static () => { })));
        Row("Stateless, the conversation's machine and three pins', above the state", BytesEach(i => Built(states[i])));

        void Row(string what, double bytes) => output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {bytes:F0} | {bytes / state:F2} |"));
    }

    private static StatelessConversation Built(SessionState state)
    {
        var conversation = new StatelessConversation(state);
        foreach (var provider in MachineSample.Providers) _ = conversation.KindOf(provider);
        return conversation;
    }

    private static double BytesEach(Func<int, object> make)
    {
        var kept = new object[Count];
        make(0);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 0; i < Count; i++) kept[i] = make(i);
        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(kept);
        return (double)bytes / Count;
    }
}
