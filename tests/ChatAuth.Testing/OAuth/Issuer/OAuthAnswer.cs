namespace ChatAuth.Testing.OAuth.Issuer;

/// <summary>What is answered.</summary>
internal sealed record OAuthAnswer(int Status, string Body)
{
    public static OAuthAnswer Refused(string error, int status = 400) => new(status, $$"""{"error":"{{error}}","error_description":"The issuer says no."}""");
}
