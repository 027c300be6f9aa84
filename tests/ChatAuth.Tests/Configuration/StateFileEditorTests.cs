using System.Text.Json.Nodes;
using ChatAuth.Configuration;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using Microsoft.Extensions.Configuration;

namespace ChatAuth.Tests.Configuration;

[TestFixture]
internal sealed class StateFileEditorTests
{
    private static readonly ModelRef Echo = ModelRef.Parse("demo/echo");
    private static readonly ModelRef Gpt = ModelRef.Parse("openai/gpt-5.2");
    private static readonly ProfileId Work = ProfileId.Parse("anthropic:work");

    private DirectoryInfo _state = null!;

    [SetUp]
    public void MakeDirectory() => _state = Directory.CreateTempSubdirectory("chatauth-test-");

    [TearDown]
    public void DeleteDirectory() => _state.Delete(recursive: true);

    private string FilePath => Path.Combine(_state.FullName, "chatauth.json");

    [Test]
    public async Task Default_makes_a_file_of_its_owner_alone()
    {
        var edit = await EditAsync(draft => draft.SetDefault(Echo));

        Assert.That(edit.IsSaved);
        Assert.That(File.ReadAllText(FilePath), Is.EqualTo("""
            {
              "ChatAuth": {
                "Model": {
                  "Default": "demo/echo"
                }
              }
            }

            """));
        if (!OperatingSystem.IsWindows()) Assert.That(File.GetUnixFileMode(FilePath), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Test]
    public async Task Edit_keeps_the_order_and_case_of_keys_and_the_spelling_of_numbers()
    {
        Write("""{ "chatauth": { "sessions": { "PinsEndWithSession": true }, "model": { "fallbacks": ["demo/echo"], "default": "openai/gpt-5.2" }, "Auth": { "WarnWithinHours": 4.80e1, }, } }""");

        await EditAsync(draft => draft.SetDefault(Echo));

        Assert.That(Compact(), Is.EqualTo("""{"chatauth":{"sessions":{"PinsEndWithSession":true},"model":{"fallbacks":[],"default":"demo/echo"},"Auth":{"WarnWithinHours":4.80e1}}}"""));
    }

    [Test]
    public async Task Edit_that_changes_nothing_leaves_the_bytes()
    {
        const string Before = """{ "ChatAuth": { /* mine */ "Model": { "Default": "demo/echo" } } }""";
        Write(Before);

        var edit = await EditAsync(draft => draft.SetDefault(Echo));

        Assert.That((edit.IsSaved, File.ReadAllText(FilePath)), Is.EqualTo((false, Before)));
    }

    [TestCase("""{ "ChatAuth": { /* mine */ "Model": { "Default": "openai/gpt-5.2" } } }""", "it has comments")]
    [TestCase("""{ "ChatAuth": { "Model:Default": "openai/gpt-5.2" } }""", "a key in it is a path")]
    public async Task File_that_an_edit_would_spoil_is_left_with_what_to_write(string before, string objection)
    {
        Write(before);

        var thrown = (await Assert.ThrowsAsync<ChatAuthException>(() => EditAsync(draft => draft.SetFallbacks([Echo]))))!;

        Assert.That(thrown.Code, Is.EqualTo(ErrorCode.ConfigurationByHand));
        Assert.That(thrown.Detail, Does.StartWith($"{FilePath}: {objection}; what it should say:\n").And.Contain("\"Fallbacks\": [").And.Contain("\"demo/echo\""));
        Assert.That(File.ReadAllText(FilePath), Is.EqualTo(before));
    }

    [TestCase("""{ "ChatAuth": { "Model": { "Default": "dem""")]
    [TestCase("[]")]
    [TestCase("""{ "ChatAuth": { "Misspelt": 1 } }""")]
    public void File_that_is_not_valid_is_left(string before)
    {
        Write(before);

        Assert.That(() => EditAsync(draft => draft.SetDefault(Echo)), Throws.TypeOf<ChatAuthException>().With.Property("Code").EqualTo(ErrorCode.ConfigurationInvalid));
        Assert.That(File.ReadAllText(FilePath), Is.EqualTo(before));
    }

    [Test]
    public void Edit_that_would_not_load_is_not_saved()
    {
        Assert.That(
            () => EditAsync(draft => draft.PutAlias("start", Echo)),
            Throws.TypeOf<ChatAuthException>().With.Property("Code").EqualTo(ErrorCode.ConfigurationInvalid));
        Assert.That(FilePath, Does.Not.Exist);
    }

    [Test]
    public async Task Edit_that_the_environment_would_hide_is_left_alone()
    {
        var edit = await EditAsync(draft => draft.SetDefault(Echo), variables: ("CHATAUTH__MODEL__DEFAULT", "openai/gpt-5.2"));

        Assert.That(edit.IsSaved, Is.False);
        Assert.That(edit.LeftAlone, Is.EqualTo(new[] { KeyValuePair.Create("Model:Default", ConfigurationPlace.Environment) }));
    }

    [Test]
    public async Task Edits_at_once_lose_none()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Task.Run(() => EditAsync(draft => draft.PutAlias($"alias{number}", Echo)))));

        Assert.That(Load().Settings.Catalog.Aliases.Keys, Is.SupersetOf(Enumerable.Range(0, 8).Select(number => $"alias{number}")));
    }

    [Test]
    public async Task Default_joins_the_allowlist_and_leaves_the_fallbacks()
    {
        Write("""{ "ChatAuth": { "Model": { "Fallbacks": ["demo/echo", "openai/gpt-5.2"], "Allowed": ["openai/gpt-5.2"] } } }""");

        await EditAsync(draft => draft.SetDefault(Echo));

        Assert.That(Compact(), Is.EqualTo("""{"ChatAuth":{"Model":{"Fallbacks":["openai/gpt-5.2"],"Allowed":["openai/gpt-5.2","demo/echo"],"Default":"demo/echo"}}}"""));
    }

    [Test]
    public async Task Allowlist_of_the_host_is_copied_whole_before_a_model_joins_it()
    {
        var host = Host(("Model:Allowed:0", "openai/gpt-5.2"));

        await EditAsync(draft => draft.Allow(Echo), host);

        Assert.That(Load(host).Settings.Catalog.Allowed, Is.EquivalentTo(new[] { Gpt, Echo }));
    }

    [Test]
    public async Task Allow_where_every_model_is_allowed_writes_nothing()
    {
        var edit = await EditAsync(draft => draft.Allow(Echo));

        Assert.That(edit.IsSaved, Is.False);
    }

    [Test]
    public async Task Fallbacks_are_replaced_and_allowed()
    {
        Write("""{ "ChatAuth": { "Model": { "Fallbacks": ["demo/echo"], "Allowed": [] } } }""");

        await EditAsync(draft => draft.SetFallbacks([Gpt]));

        Assert.That(Compact(), Is.EqualTo("""{"ChatAuth":{"Model":{"Fallbacks":["openai/gpt-5.2"],"Allowed":["openai/gpt-5.2"]}}}"""));
    }

    [Test]
    public async Task Fallbacks_can_be_none()
    {
        Write("""{ "ChatAuth": { "Model": { "Fallbacks": ["demo/echo"] } } }""");

        await EditAsync(draft => draft.SetFallbacks([]));

        Assert.That(Load().Settings.Catalog.Fallbacks, Is.Empty);
    }

    [Test]
    public async Task Alias_joins_those_of_the_host()
    {
        var host = Host(("Model:Aliases:0:Id", "parrot"), ("Model:Aliases:0:Model", "demo/echo"));

        await EditAsync(draft => draft.PutAlias("work", Gpt), host);

        Assert.That(Load(host).Settings.Catalog.Aliases, Does.ContainKey("parrot").And.ContainKey("work"));
    }

    [Test]
    public async Task Alias_is_replaced_in_any_case()
    {
        Write("""{ "ChatAuth": { "Model": { "Aliases": [{ "id": "Work", "model": "demo/echo" }] } } }""");

        await EditAsync(draft => draft.PutAlias("work", Gpt));

        Assert.That(Compact(), Is.EqualTo("""{"ChatAuth":{"Model":{"Aliases":[{"id":"Work","model":"openai/gpt-5.2"}]}}}"""));
    }

    [Test]
    public async Task Alias_of_the_catalog_is_taken_back_and_given_back()
    {
        await EditAsync(draft => draft.PutAlias("opus", null));
        var taken = Load().Settings.Catalog.Aliases.ContainsKey("opus");
        await EditAsync(draft => draft.RemoveAlias("opus"));

        Assert.That((taken, Load().Settings.Catalog.Aliases.ContainsKey("opus")), Is.EqualTo((false, true)));
    }

    [Test]
    public async Task Remove_of_an_alias_that_is_not_there_writes_nothing()
    {
        var edit = await EditAsync(draft => draft.RemoveAlias("work"));

        Assert.That(edit.IsSaved, Is.False);
    }

    [Test]
    public async Task Import_is_put_beside_those_of_the_host()
    {
        var host = Host(("Auth:Imports:0:Id", "codex-cli"), ("Auth:Imports:0:Removed", "true"));

        await EditAsync(draft => draft.PutImport(new ImportSettings("claude-cli", Accepted: true)), host);

        Assert.That(Load(host).Settings.Imports.Values, Is.EquivalentTo(new[]
        {
            new ImportSettings("codex-cli", Removed: true), new ImportSettings("claude-cli", Accepted: true),
        }));
    }

    [Test]
    public async Task Import_is_replaced()
    {
        await EditAsync(draft => draft.PutImport(new ImportSettings("claude-cli", Accepted: true)));

        await EditAsync(draft => draft.PutImport(new ImportSettings("claude-cli", Removed: true)));

        Assert.That(Load().Settings.Imports.Values, Is.EqualTo(new[] { new ImportSettings("claude-cli", Removed: true) }));
    }

    [Test]
    public async Task Profile_is_described_and_keeps_what_else_is_said_about_it()
    {
        Write("""{ "ChatAuth": { "Auth": { "Profiles": [{ "Id": "anthropic:work", "Label": "Work", "Kind": "token" }] } } }""");

        await EditAsync(draft => draft.DescribeProfile(Work, "api_key"));

        Assert.That(Compact(), Is.EqualTo("""{"ChatAuth":{"Auth":{"Profiles":[{"Id":"anthropic:work","Label":"Work","Kind":"api_key"}]}}}"""));
    }

    [Test]
    public async Task Profile_without_a_list_is_described_without_an_order()
    {
        await EditAsync(draft => draft.DescribeProfile(Work, "oauth"));

        Assert.That(Compact(), Is.EqualTo("""{"ChatAuth":{"Auth":{"Profiles":[{"Id":"anthropic:work","Kind":"oauth"}]}}}"""));
    }

    [Test]
    public async Task Profile_goes_to_the_front_of_an_order_in_the_file()
    {
        Write("""{ "ChatAuth": { "Auth": { "Orders": [{ "Provider": "openai", "Profiles": [] }, { "Provider": "anthropic", "Profiles": ["anthropic:home", "anthropic:work"] }] } } }""");

        await EditAsync(draft => draft.DescribeProfile(Work, "token"));

        var orders = Load().Settings.Orders;
        Assert.That(orders[Work.Provider].Ids, Is.EqualTo(new[] { Work, ProfileId.Parse("anthropic:home") }));
        Assert.That(orders[ProviderId.Parse("openai")].Ids, Is.Empty);
    }

    [Test]
    public async Task Order_of_the_host_stays_as_it_is()
    {
        await EditAsync(draft => draft.DescribeProfile(Work, "token"), Host(("Auth:Orders:0:Provider", "anthropic"), ("Auth:Orders:0:Profiles:0", "anthropic:home")));

        Assert.That(Compact(), Does.Not.Contain("Orders"));
    }

    [Test]
    public async Task Profiles_of_the_host_are_left_alone_and_that_is_said()
    {
        var edit = await EditAsync(draft => draft.DescribeProfile(Work, "token"), Host(("Auth:Profiles:0:Id", "anthropic:home")));

        Assert.That(edit.IsSaved, Is.False);
        Assert.That(edit.LeftAlone, Is.EqualTo(new[] { KeyValuePair.Create("Auth:Profiles", ConfigurationPlace.Host) }));
    }

    [Test]
    public async Task Profile_that_the_host_describes_so_needs_no_word()
    {
        var edit = await EditAsync(
            draft => draft.DescribeProfile(Work, "token"), Host(("Auth:Profiles:0:Id", "anthropic:work"), ("Auth:Profiles:0:Kind", "token")));

        Assert.That((edit.IsSaved, edit.LeftAlone.Count), Is.EqualTo((false, 0)));
    }

    private Task<StateFileEdit> EditAsync(Action<StateFileDraft> change, IConfiguration? host = null, params (string Name, string Value)[] variables) =>
        new StateFileEditor(host, _state.FullName, Around(variables), TimeProvider.System).EditAsync(change, CancellationToken.None);

    private ChatAuthConfiguration Load(IConfiguration? host = null) => ChatAuthConfiguration.Load(host, _state.FullName, Around());

    private static ProcessEnvironment Around(params (string Name, string Value)[] variables) =>
        new(variables.ToDictionary(variable => variable.Name, variable => variable.Value), "/nonexistent");

    private static IConfigurationRoot Host(params (string Key, string Value)[] values) => new ConfigurationBuilder()
        .AddInMemoryCollection(values.ToDictionary(entry => $"ChatAuth:{entry.Key}", entry => (string?)entry.Value))
        .Build();

    private string Compact() => JsonNode.Parse(File.ReadAllText(FilePath))!.ToJsonString();

    private void Write(string content)
    {
        File.WriteAllText(FilePath, content);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(FilePath, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
    }
}
