namespace ChatAuth.Stateless.Tests.Machine;

/// <summary>The states of a provider's pin.</summary>
internal enum PinKind
{
    Unpinned,
    AutoPinned,
    UserPinned,
    PinBroken,
}
