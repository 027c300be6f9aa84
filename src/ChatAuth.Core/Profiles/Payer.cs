namespace ChatAuth.Core.Profiles;

/// <summary>
/// Who is really charged: provider, endpoint origin and account. A profile id is only a name for it.
/// The account is what the vendor stated for the token, a keyed hash of the secret, or the random id of a sign-in.
/// </summary>
/// <remarks>Opaque text, compared whole. It holds no character of a secret, and is shown to nobody.</remarks>
/// <param name="Text">The canonical text, <c>provider|origin|account</c>.</param>
public readonly record struct Payer(string Text)
{
    /// <summary>The payer's text.</summary>
    public override string ToString() => Text;
}
