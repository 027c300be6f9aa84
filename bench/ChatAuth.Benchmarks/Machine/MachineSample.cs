using ChatAuth.Core.Access;
using ChatAuth.Core.Models;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Benchmarks.Machine;

/// <summary>A conversation in which people pinned at two providers and the resolver at one.</summary>
internal static class MachineSample
{
    public static readonly ProviderId Google = ProviderId.Parse("google");

    public static readonly ProviderId[] Providers = [Sample.Anthropic, Google, ProviderId.Parse("openai")];

    /// <summary>A new one each time: nothing but names is shared.</summary>
    public static SessionState State() => new()
    {
        Model = new ModelChoice(Sample.Opus),
        Follows = false,
        Pins = PinTable.Empty
            .With(Providers[0], new PinState.UserPinned(Sample.Id("home"), Sample.Payer("home"), Person.Operator))
            .With(Providers[1], new PinState.AutoPinned(Sample.Id("auto"), Sample.Payer("auto")))
            .With(Providers[2], new PinState.UserPinned(Sample.Id("other"), Sample.Payer("other"), Person.Operator)),
    };
}
