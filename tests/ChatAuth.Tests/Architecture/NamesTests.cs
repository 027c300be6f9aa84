using System.Reflection;
using System.Text.RegularExpressions;

namespace ChatAuth.Tests.Architecture;

/// <summary>Names say what a type answers; classes are closed; a file holds one type.</summary>
internal sealed partial class NamesTests
{
    private static readonly string[] Avoided =
        ["Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Utilities", "Processor", "Impl", "Info", "Wrapper", "Common", "Shared", "Misc", "Abstractions"];

    /// <summary>
    /// Files with companions: enumerations and small values that mean something only with the file's own type. Closed families, whose cases
    /// are nested in their base, need no entry.
    /// </summary>
    private static readonly string[] WithCompanions =
    [
        "src/ChatAuth.Channels/Discord/DiscordMessage.cs",
        "src/ChatAuth.Channels/Discord/DiscordRequest.cs",
        "src/ChatAuth.Channels/Discord/IDiscordSender.cs",
        "src/ChatAuth.Channels/Telegram/ITelegramSender.cs",
        "src/ChatAuth.Channels/Telegram/TelegramRequest.cs",
        "src/ChatAuth.Channels/Text/TextSpan.cs",
        "src/ChatAuth.Core/Chat/AskResult.cs",
        "src/ChatAuth.Core/Chat/Attempt.cs",
        "src/ChatAuth.Core/Commands/CommandContext.cs",
        "src/ChatAuth.Core/Commands/CommandReply.cs",
        "src/ChatAuth.Core/Commands/HeldMessages.cs",
        "src/ChatAuth.Core/Commands/Notice.cs",
        "src/ChatAuth.Core/Commands/ParsedMessage.cs",
        "src/ChatAuth.Core/Commands/PickerMemory.cs",
        "src/ChatAuth.Core/Commands/ReplyAction.cs",
        "src/ChatAuth.Core/Commands/ShownPin.cs",
        "src/ChatAuth.Core/Credentials/CharKinds.cs",
        "src/ChatAuth.Core/Diagnostics/CredentialStatus.cs",
        "src/ChatAuth.Core/Hosting/AuthOptions.cs",
        "src/ChatAuth.Core/Hosting/ChatAuthOptions.cs",
        "src/ChatAuth.Core/Hosting/TextForm.cs",
        "src/ChatAuth.Core/Profiles/ConsentPresets.cs",
        "src/ChatAuth.Core/Profiles/PayerVerdict.cs",
        "src/ChatAuth.Core/Profiles/ProfileRule.cs",
        "src/ChatAuth.Core/Sessions/Consent.cs",
        "src/ChatAuth.Core/Sessions/SessionMachine.cs",
        "src/ChatAuth.Core/Sessions/SessionUpdater.cs",
    ];

    [Test]
    public void No_type_has_a_name_that_says_nothing()
    {
        var named = Products.Types.Where(type => Word().Matches(type.Name) is var words
            && (words.Any(word => Avoided.Contains(word.Value)) || words is [.., { Value: "Service" }]));

        Assert.That(named, Is.Empty);
    }

    [Test]
    public void No_folder_has_a_name_that_says_nothing()
    {
        var folders = SourceFile.All.SelectMany(file => Path.GetDirectoryName(file.Path)!.Split('/', '.')).Distinct();

        Assert.That(folders.Intersect(Avoided), Is.Empty);
    }

    [Test]
    public void Namespace_is_project_and_folder()
    {
        var elsewhere = SourceFile.All.Where(file => Namespace().Match(file.Text) is { Success: true } match
            && match.Groups[1].Value != NamespaceOf(Path.GetDirectoryName(file.Path)!));

        Assert.That(elsewhere, Is.Empty);
    }

    [Test]
    public void Class_is_sealed_static_or_the_base_of_a_closed_family()
    {
        var open = Products.Types.Where(type => type.IsClass && !type.IsSealed && !IsClosedBase(type));

        Assert.That(open, Is.Empty);
    }

    [Test]
    public void File_holds_one_type_but_for_the_named_companions()
    {
        var several = SourceFile.All.Where(file => file.TopLevelTypes.Distinct().Count() > 1).Select(file => file.Path);

        Assert.That(several, Is.EquivalentTo(WithCompanions));
    }

    [Test]
    public void File_is_named_after_its_type()
    {
        var misnamed = SourceFile.All.Where(file => file.TopLevelTypes.Any() && !file.TopLevelTypes.Contains(Path.GetFileName(file.Path).Split('.')[0]));

        Assert.That(misnamed, Is.Empty);
    }

    /// <summary>A namespace <c>ChatAuth.Channels.Text</c> would hide <c>System.Text</c> from its neighbours.</summary>
    private static string NamespaceOf(string folder) =>
        folder == "src/ChatAuth.Channels/Text" ? "ChatAuth.Channels" : folder["src/".Length..].Replace('/', '.');

    private static bool IsClosedBase(Type type) => type.IsAbstract && type
        .GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
        .All(constructor => constructor.IsPrivate || constructor.IsFamilyAndAssembly || IsCopy(constructor, type));

    private static bool IsCopy(ConstructorInfo constructor, Type type) =>
        constructor.GetParameters() is [{ ParameterType: var only }] && only == type;

    [GeneratedRegex("[A-Z][a-z0-9]*")]
    private static partial Regex Word();

    [GeneratedRegex(@"^namespace ([\w.]+);$", RegexOptions.Multiline)]
    private static partial Regex Namespace();
}
