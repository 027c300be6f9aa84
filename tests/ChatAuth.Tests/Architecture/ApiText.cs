using System.Reflection;

namespace ChatAuth.Tests.Architecture;

/// <summary>A type or member as its user writes it.</summary>
internal static class ApiText
{
    private static readonly NullabilityInfoContext Nullability = new();

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void", [typeof(bool)] = "bool", [typeof(byte)] = "byte", [typeof(char)] = "char", [typeof(int)] = "int",
        [typeof(long)] = "long", [typeof(ulong)] = "ulong", [typeof(double)] = "double", [typeof(object)] = "object", [typeof(string)] = "string",
    };

    /// <summary>The member; null when nobody outside can use it.</summary>
    public static string? Of(MemberInfo member) => member switch
    {
        ConstructorInfo constructor when IsVisible(constructor) => $"new({Parameters(constructor)})",
        MethodInfo method when IsVisible(method) && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal)) => Method(method),
        PropertyInfo property when property.GetMethod is { } getter && IsVisible(getter) => Property(property, getter),
        FieldInfo { IsPublic: true } field => $"{(field.IsLiteral ? "const " : field.IsStatic ? "static " : "")}{Of(Nullability.Create(field))} {field.Name}",
        _ => null,
    };

    public static string Of(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } value) return Of(value) + "?";
        if (type.IsArray) return Of(type.GetElementType()!) + "[]";
        return type.IsGenericType ? $"{NameOf(type)}<{string.Join(", ", type.GetGenericArguments().Select(Of))}>" : NameOf(type);
    }

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Method(MethodInfo method)
    {
        var generic = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Of))}>" : "";
        return $"{Static(method)}{Of(Nullability.Create(method.ReturnParameter))} {method.Name}{generic}({Parameters(method)})";
    }

    private static string Property(PropertyInfo property, MethodInfo getter)
    {
        var index = property.GetIndexParameters() is { Length: > 0 } parameters ? $"[{string.Join(", ", parameters.Select(Parameter))}]" : "";
        return $"{Static(getter)}{Of(Nullability.Create(property))} {property.Name}{index} {{ get;{Setter(property)} }}";
    }

    private static string Setter(PropertyInfo property) => property.SetMethod switch
    {
        { IsPublic: true } setter when setter.ReturnParameter.GetRequiredCustomModifiers().Length > 0 => " init;",
        { IsPublic: true } => " set;",
        _ => "",
    };

    private static string Static(MethodBase method) => method.IsStatic ? "static " : "";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter) =>
        $"{(parameter.IsOut ? "out " : parameter.IsIn ? "in " : "")}{Of(Nullability.Create(parameter))} {parameter.Name}{(parameter.HasDefaultValue ? " = …" : "")}";

    private static string Of(NullabilityInfo info)
    {
        var type = info.Type.IsByRef ? info.Type.GetElementType()! : info.Type;
        if (type.IsValueType || type.IsGenericParameter)
        {
            return info.GenericTypeArguments.Length > 0 && Nullable.GetUnderlyingType(type) is null ? Generic(type, info) : Of(type);
        }
        var text = info.GenericTypeArguments.Length > 0 ? Generic(type, info) : Of(type);
        return info.ReadState is NullabilityState.Nullable ? text + "?" : text;
    }

    private static string Generic(Type type, NullabilityInfo info) => $"{NameOf(type)}<{string.Join(", ", info.GenericTypeArguments.Select(Of))}>";

    private static string NameOf(Type type)
    {
        if (Keywords.TryGetValue(type, out var keyword)) return keyword;
        var name = type.Name.Split('`')[0];
        return type is { IsNested: true, IsGenericParameter: false } ? $"{NameOf(type.DeclaringType!)}.{name}" : name;
    }
}
