using ChatAuth.Core.Errors;
using ChatAuth.Core.Hosting;

namespace ChatAuth.Core.Tests.Hosting;

/// <summary>Configurations as somebody wrote them, and what the reader says about them.</summary>
internal static class Written
{
    public static ChatAuthOptions With(Action<ChatAuthOptions> change)
    {
        var options = new ChatAuthOptions { Model = { Default = "anthropic/claude-opus-4-5" } };
        change(options);
        return options;
    }

    public static ChatAuthSettings Read(Action<ChatAuthOptions> change) => ChatAuthSettingsReader.Read(With(change));

    public static string[] ProblemsOf(Action<ChatAuthOptions> change)
    {
        var thrown = Assert.Throws<ChatAuthException>(() => Read(change))!;
        Assert.That(thrown.Code, Is.EqualTo(ErrorCode.ConfigurationInvalid));
        return thrown.Detail!.Split('\n');
    }
}
