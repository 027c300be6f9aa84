namespace ChatAuth.Testing.OAuth;

/// <summary>Who has an account at the issuer.</summary>
public sealed record FakeAccount(string Uuid, string Email, string Organization = "00000000-0000-4000-8000-0000000000aa")
{
    public static FakeAccount Ada { get; } = new("00000000-0000-4000-8000-000000000001", "ada@mail.example");

    public static FakeAccount Bob { get; } = new("00000000-0000-4000-8000-000000000002", "bob@mail.example", "00000000-0000-4000-8000-0000000000bb");
}
