namespace ChatAuth.Core.Credentials;

/// <summary>
/// One refresh token at one issuer, whatever agent or state directory holds it: the unit that is locked and journalled. It is a keyed hash, by a key
/// of the host user, and reveals neither.
/// </summary>
/// <param name="Id">32 lower-case hexadecimal digits.</param>
public readonly record struct RefreshFamily(string Id)
{
    /// <summary>The hash.</summary>
    public override string ToString() => Id;
}
